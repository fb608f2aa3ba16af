/**
 * Puts the VS Code server from npm in place: used where no desktop VS Code is installed.
 * `npm ci` without install scripts, so neither a compiler nor a system package is needed.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const home = path.join(import.meta.dirname, 'vscode');
const modules = path.join(home, 'node_modules');
/** Where the server's own code lies: its `out/server-main.js` is the program to start. */
const server = path.join(modules, 'code-server/lib/vscode');
const stamp = path.join(modules, '.installed-for');

/** Installs the server on first use and after its lock file changed; returns its folder. */
export async function installVsCodeServer(say: (line: string) => void = console.error) {
  const wanted = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return server;
  say('Installing the VS Code server from npm (once, about 430 MB, half a minute) …');
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: home,
    shell: process.platform === 'win32',
  });
  await link(modules, path.join(server, 'node_modules'));
  await link(
    path.join(modules, 'typescript'),
    path.join(server, 'extensions/node_modules/typescript'),
  );
  await removeWhatIsNeverLoaded();
  await allowTerminal();
  await writeFile(stamp, wanted);
  return server;
}

async function fingerprint(): Promise<string> {
  const lock = await readFile(path.join(home, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(import.meta.filename)
    .digest('hex');
}

async function link(target: string, at: string): Promise<void> {
  await rm(at, { recursive: true, force: true });
  await mkdir(path.dirname(at), { recursive: true });
  await symlink(target, at, 'junction');
}

async function removeWhatIsNeverLoaded(): Promise<void> {
  for (const extension of ['copilot', 'mermaid-markdown-features']) {
    await rm(path.join(server, 'extensions', extension), { recursive: true, force: true });
  }
  const platform = `${process.platform}-${process.arch}`;
  for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    for (const name of await readdir(path.join(modules, folder))) {
      if (name !== platform) {
        await rm(path.join(modules, folder, name), { recursive: true, force: true });
      }
    }
  }
}

/** npm drops the execute permission of the terminal's helper when install scripts are off. */
async function allowTerminal(): Promise<void> {
  const platform = `${process.platform}-${process.arch}`;
  const helper = path.join(modules, 'node-pty/prebuilds', platform, 'spawn-helper');
  await chmod(helper, 0o755).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
