import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { engineFolders } from '../../../src/host/engines/folders.ts';
import {
  installWithProgress,
  loadInstaller,
  planFor,
} from '../../../src/host/engines/installCommand.ts';
import { NativeEngine } from '../../../src/host/engines/nativeEngine.ts';
import { removeNativeEngine } from '../../../src/host/engines/removeCommand.ts';
import { Runs } from '../../../src/host/runs/runs.ts';
import { skip } from '../../support/skip.ts';
import { bindingArchive, libraryArchive } from '../../unit/host/install/makeArchive.ts';
import { Workplace } from '../../unit/host/install/workplace.ts';
import { Workshop } from './runs/workshop.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('the native engine, in the extension host', () => {
  let place: Workplace;
  let workshop: Workshop;
  let native: NativeEngine;
  const variable = process.env.GENAI101_NATIVE;
  before(async function () {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      skip(this, 'the archives of this test are named for Linux on x64');
    // The server of the tests names a folder without an engine; here an installed one is to be found.
    delete process.env.GENAI101_NATIVE;
    place = await Workplace.open();
    place.serve(await bindingArchive(), await libraryArchive());
    workshop = await Workshop.open();
    const globalStorageUri = vscode.Uri.file(path.join(place.folder, 'storage'));
    native = new NativeEngine({ globalStorageUri, extensionUri: vscode.Uri.file(root) });
    workshop.runs.dispose();
    workshop.runs = new Runs({
      storage: vscode.Uri.file(path.join(workshop.folder, 'runs')),
      runnerPath: path.join(root, 'dist/runner/main.mjs'),
      exampleAt: () => undefined,
      engines: engineFolders({ globalStorageUri }, native),
    });
  });
  after(async () => {
    process.env.GENAI101_NATIVE = variable;
    native?.dispose();
    await workshop?.close();
    await place?.close();
  });

  it('is offered where it is not installed', async () => {
    assert.equal(await native.folder(), undefined);
    assert.equal(await native.canBeOffered(), true);
  });

  it('is installed by the installer that the extension carries, and offered no more', async () => {
    const installer = loadInstaller(native);
    const plan = { ...planFor(installer, native, 'linux-x64'), sources: place.sources };
    const manifest = await installWithProgress(installer, plan, undefined);
    assert.equal(manifest?.platform, 'linux-x64');
    assert.equal(await native.folder(), path.join(native.storage, '4.22.0-linux-x64'));
    assert.equal(await native.canBeOffered(), false);
  });

  it('is what a run then tries: this one is text, so the portable engine says why it runs', async () => {
    const file = await workshop.script('mine.mjs', [
      "import { log } from 'genai101';",
      'log({ loss: 1 });',
    ]);
    const run = await workshop.runs.start({ file, engine: 'native' });
    await workshop.until(() => !run.isLive);
    assert.equal(run.head.engine?.name, 'portable');
    assert.match(run.head.engine?.reason ?? '', /native engine does not work here \(/);
  });

  it('is not removed while a run uses it or is about to', async () => {
    const file = await workshop.script('long.mjs', ['setInterval(() => {}, 1000);']);
    const run = await workshop.runs.start({ file });
    await assert.rejects(removeNativeEngine(native, workshop.runs), /“long\.mjs” runs with/);
    await workshop.runs.stop(run.runId);
    assert.notEqual(await native.folder(), undefined);
  });
});
