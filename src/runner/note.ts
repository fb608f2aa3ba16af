/** A word of the runner's own, on stderr: stdout is the script's. */
export function note(text: string): void {
  process.stderr.write(`[genai101] ${text}\n`);
}
