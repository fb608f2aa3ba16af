import { existsSync } from 'node:fs';
import path from 'node:path';

/** How to start another program of ours on this very Node. */
export interface OwnProcess {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/**
 * @param name of the bundle beside this one
 * @param folder of the source, for a run without bundles
 */
export function ownProcess(name: string, folder: string, source: string): OwnProcess {
  const bundle = path.join(import.meta.dirname, `${name}.mjs`);
  const args = existsSync(bundle) ? [bundle] : ['--import=tsx', path.join(folder, source)];
  // Where the editor's own program is the Node, this makes it one.
  return { command: process.execPath, args, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } };
}
