/**
 * `npm start`: builds, and opens VS Code with the extension and the course. The desktop VS Code where one is
 * installed, else the VS Code server from npm. `--server` always takes the server, `--no-open` only prints its
 * address, `--no-build` takes dist as it is.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../test/host/server.ts';
import { findDesktop, hasDisplay, openDesktop } from './start/desktop.ts';
import { courseFolder, home, installExtension, prepareProfile, root } from './start/profile.ts';

const { values } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});

if (!values['no-build']) {
  console.log('Building …');
  const build = ['--import', 'tsx', 'src/build/bundle.ts'];
  execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
}
await prepareProfile();
const desktop = values.server ? undefined : findDesktop();
if (desktop) {
  console.log(`Opening ${desktop} (close its window or press Ctrl+C to end) …`);
  process.exitCode = await openDesktop(desktop);
} else {
  await serve();
}

async function serve(): Promise<void> {
  await installExtension(path.join(home, 'extensions'));
  // Whoever opens a workbench can start programs: only who knows the token may, not every user of this machine.
  const token = randomBytes(16).toString('hex');
  const server = await startServer({
    dir: home,
    token,
    testDriver: false,
    ports: '8720-8739',
    args: ['--default-folder', courseFolder],
  });
  const address = `http://127.0.0.1:${server.port}/?tkn=${token}`;
  console.log(`\nGenAI 101 is open at\n\n    ${address}\n\nPress Ctrl+C to end.`);
  if (!values['no-open'] && hasDisplay()) openInBrowser(address);
  const end = () => void server.stop().then(() => console.log('\nEnded.'));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function openInBrowser(address: string): void {
  const [command = '', ...args] = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  }[process.platform as string] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  // Without such a program the printed address is enough.
  child.once('error', () => {});
  child.unref();
}
