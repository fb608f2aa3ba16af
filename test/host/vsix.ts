/** Makes a VSIX of dist/ and installs it as a learner's VS Code would. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { findNode } from '../../src/build/node.ts';
import { installVsCodeServer } from './install.ts';
import { root } from './session.ts';

const run = promisify(execFile);

export async function packageVsix(file: string): Promise<void> {
  const args = ['--import', 'tsx', 'src/build/package.ts', '--no-build', '--out', file];
  await run(process.execPath, args, { cwd: root });
}

/** `dir` is the folder of a server that is not running. */
export async function installVsix(vsix: string, dir: string): Promise<void> {
  const code = await installVsCodeServer();
  await run(findNode(), [
    path.join(code, 'out/server-main.js'),
    ...['--accept-server-license-terms', '--server-data-dir', dir],
    ...['--extensions-dir', path.join(dir, 'extensions'), '--install-extension', vsix],
  ]);
}
