import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openSession, type Session } from '../host/session.ts';
import { writeMachineSettings } from '../host/settings.ts';
import { installVsix, packageVsix } from '../host/vsix.ts';
import { runCommand } from '../host/workbench.ts';
import { skip } from '../support/skip.ts';
import { bindingArchive, libraryArchive } from '../unit/host/install/makeArchive.ts';
import { ProxyServer } from '../unit/host/install/proxyServer.ts';
import { libraryPath, noise, Workplace } from '../unit/host/install/workplace.ts';

const installTitle = 'GenAI 101: Install Native Engine';
const removeTitle = 'GenAI 101: Remove Native Engine';

const knownToProxyOnly = 'mirror.invalid';

describe('the native engine, in the packaged extension', () => {
  let place: Workplace;
  let proxy: ProxyServer;
  let session: Session;
  let installed: string;
  before(async function () {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      skip(this, 'the archives of this test are named for Linux on x64');
    place = await Workplace.open();
    proxy = await ProxyServer.start();
    place.serve(await bindingArchive(), await libraryArchive(noise(3e6)));
    const vsix = path.join(place.folder, 'genai-101.vsix');
    await packageVsix(vsix);
    session = await openSession({
      develop: false,
      prepare: async (server) => {
        await installVsix(vsix, server);
        const mirror = place.server.url.replace('127.0.0.1', knownToProxyOnly);
        await writeMachineSettings(server, { 'genai101.nativeEngineMirror': mirror });
      },
      // Dialogs and notifications show, as for a user.
      testDriver: false,
      settings: { 'http.proxy': proxy.url },
    });
    const storage = 'data/User/globalStorage/genai101.genai-101/native/4.22.0-linux-x64';
    installed = path.join(session.server.dir, storage);
  });
  after(async () => {
    await session?.close();
    await proxy?.stop();
    await place?.close();
  });

  const dialog = () => session.page.locator('.monaco-dialog-box');
  const isThere = () =>
    stat(installed).then(
      () => true,
      () => false,
    );

  async function answer(button: string): Promise<void> {
    await dialog().getByRole('button', { name: button }).click();
    await dialog().waitFor({ state: 'detached' });
  }

  const notification = (text: RegExp) =>
    session.page.locator('.notification-list-item').filter({ hasText: text });

  const execute = (command: string) =>
    session.remote.evaluate((vscode, id) => vscode.commands.executeCommand(id), command);

  /**
   * Looked up in the list of notifications, as VS Code pops up only three within 0.8 s; closed there. What is flushed
   * to a busy disk takes its time.
   */
  async function told(text: RegExp): Promise<void> {
    await execute('notifications.showList');
    try {
      await notification(text).waitFor({ timeout: 60_000 });
    } catch (error) {
      const shown = await session.page.locator('.notification-list-item').allTextContents();
      const asked = place.server.asked.map((one) => `${one.method} ${one.path} ${one.range ?? ''}`);
      throw new Error(`No “${text}”, but ${JSON.stringify({ shown, asked })}`, { cause: error });
    }
    await execute('notifications.clearAll');
    await execute('notifications.hideList');
  }

  it('is installed only after asking, with size and place', async () => {
    await runCommand(session.page, installTitle);
    await dialog()
      .getByText(/3\.0 MB from mirror\.invalid:\d+ \(a mirror\), about four times as much/)
      .waitFor();
    await answer('Cancel');
    assert.equal(await isThere(), false);
    assert.deepEqual(place.server.gets, []);
  });

  it('is cancelled without a word, and what came is kept', async () => {
    place.change(libraryPath, { silentAfter: 5e5 });
    await runCommand(session.page, installTitle);
    await answer('Download and Install');
    const running = notification(
      /Installing the native engine.*libtensorflow 2\.9\.1, \d\.\d of 3\.0 MB/,
    );
    await running.getByRole('button', { name: 'Cancel' }).click();
    await running.waitFor({ state: 'detached' });
    place.change(libraryPath, { silentAfter: undefined });
    assert.equal(await isThere(), false);
    // The progress itself takes a moment to go; a message would stay for longer than this.
    await notification(/native engine/i).waitFor({ state: 'detached', timeout: 5_000 });
  });

  it('says what is wrong with a cut connection, and goes on from there', async () => {
    place.change(libraryPath, { cuts: [5e5, 1000, 1000] });
    await runCommand(session.page, installTitle);
    await answer('Download and Install');
    await told(/broke.*MB of 3\.0 MB are here and are kept\. Install again to go on/);
    assert.equal(await isThere(), false);
    await runCommand(session.page, installTitle);
    await dialog()
      .getByText(/\d\.\d MB of it are here already/)
      .waitFor();
    await answer('Download and Install');
    await told(/is installed.*CPU-linux-4\.22\.0\.tar\.gz by sha256, http/);
    const library = await readFile(path.join(installed, 'deps/lib/libtensorflow.so.2'));
    assert.ok(library.equals(noise(3e6)));
    assert.match(place.server.gets.at(-2)?.range ?? '', /^bytes=\d{6,}-$/);
  });

  it('came through the proxy', () => {
    assert.ok(proxy.asked.length > 0);
    assert.ok(proxy.asked.every((asked) => asked.includes('http://mirror.invalid:')));
  });

  it('is not installed twice', async () => {
    await runCommand(session.page, installTitle);
    await told(/is installed already/);
  });

  it('is not used when it is damaged, which is said once', async () => {
    await writeFile(path.join(installed, 'lib/napi-v8/tfjs_binding.node'), 'other');
    const { page, remote, folder } = session;
    await writeFile(
      path.join(folder, 'mine.mjs'),
      "import { log } from 'genai101';\nlog({ a: 1 });\n",
    );
    const run = () =>
      remote.evaluate(
        async (vscode, file) => {
          await vscode.window.showTextDocument(vscode.Uri.file(file));
          await vscode.commands.executeCommand('genai101.runExample');
        },
        path.join(folder, 'mine.mjs'),
      );
    await run();
    await told(/is damaged and is not used: .*tfjs_binding\.node has 5 bytes instead of 7/);
    await run();
    await page.waitForTimeout(1000);
    assert.equal(await page.locator('.notification-list-item').count(), 0);
  });

  it('is removed after asking', async () => {
    await runCommand(session.page, removeTitle);
    await answer('Cancel');
    assert.equal(await isThere(), true);
    await runCommand(session.page, removeTitle);
    await answer('Remove');
    const end = Date.now() + 10_000;
    while ((await isThere()) && Date.now() < end) await session.page.waitForTimeout(50);
    assert.equal(await isThere(), false);
  });
});
