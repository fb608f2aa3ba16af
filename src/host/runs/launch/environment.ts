/** Variables of the editor's own processes; in a runner they would change how Node starts, or name this window. */
const editors =
  /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_CHANNEL_|NODE_INSPECT|CHROME_|GENAI101_RUN$)/;

/** The learner's environment, and what makes the editor's program be a plain Node. */
export function plainNodeEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !editors.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' };
}

/** The environment of a runner. */
export function runnerEnvironment(request: string): Record<string, string> {
  return { ...plainNodeEnvironment(), GENAI101_RUN: request };
}
