import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../host/chromium.ts';
import { treeRow } from '../host/workbench.ts';
import { skip } from '../support/skip.ts';

const root = path.resolve(import.meta.dirname, '../..');

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/build/start.ts', '--no-build', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, VSCODE_PATH: '', ...env },
  });
}

describe('npm start', () => {
  const running: ChildProcess[] = [];
  let profile: string;
  before(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'g101-profile-'));
    process.env.GENAI101_PROFILE = profile;
  });
  after(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(profile, { recursive: true, force: true });
  });

  it('serves the course at the address it prints, to who has its token, until Ctrl+C', async () => {
    const child = start(['--server', '--no-open']);
    running.push(child);
    const address = await printedAddress(child);
    const origin = new URL(address).origin;
    assert.equal(new URL(address).hostname, '127.0.0.1');
    assert.equal((await fetch(origin)).status, 403);

    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(address);
      await treeRow(page, /Types of learning/).waitFor({ timeout: 60_000 });
      await page
        .getByRole('heading', { name: 'First steps with GenAI 101', level: 2 })
        .waitFor({ timeout: 20_000 });
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/start.png` });
    } finally {
      await browser.close();
    }

    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    await assert.rejects(fetch(origin));
  });

  it('opens the desktop VS Code where one is installed', async function () {
    if (process.platform === 'win32') skip(this, 'the stand-in for VS Code is a shell script');
    const dir = await mkdtemp(path.join(tmpdir(), 'g101-desktop-'));
    const program = path.join(dir, 'code');
    await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${dir}/args"\n`);
    await chmod(program, 0o755);
    const child = start([], { PATH: `${dir}:${process.env.PATH}`, DISPLAY: ':0' });
    running.push(child);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    const args = (await readFile(path.join(dir, 'args'), 'utf8')).trim().split('\n');
    assert.ok(args.includes(`--extensionDevelopmentPath=${root}`));
    assert.equal(args.at(-1), path.join(profile, 'course'));
    await rm(dir, { recursive: true });
  });
});

function printedAddress(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      said += data;
      const address = /http:\S+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`npm start ended without an address:\n${said}`)));
  });
}
