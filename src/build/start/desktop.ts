/** Desktop VS Code, where one is installed and there is a display to open it on. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { courseFolder, home, root, welcome } from './profile.ts';

/** $VSCODE_PATH, else `code` on the PATH. */
export function findDesktop(): string | undefined {
  const asked = process.env.VSCODE_PATH;
  if (asked) return asked;
  if (!hasDisplay()) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Resolves with the exit status when its window is closed. */
export function openDesktop(executable: string): Promise<number> {
  const args = [
    ...['--new-window', '--wait', '--skip-release-notes', '--disable-workspace-trust'],
    ...['--user-data-dir', path.join(home, 'data')],
    ...['--extensions-dir', path.join(home, 'desktop-extensions')],
    ...[`--extensionDevelopmentPath=${root}`, `--extensionDevelopmentPath=${welcome}`],
    courseFolder,
  ];
  return new Promise((resolve, reject) => {
    // A .cmd file needs a shell, and a shell needs quotes around a path with spaces.
    const shell = executable.endsWith('.cmd');
    const quoted = shell ? args.map((arg) => `"${arg}"`) : args;
    const child = spawn(shell ? `"${executable}"` : executable, quoted, {
      stdio: 'inherit',
      shell,
    });
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 0));
  });
}
