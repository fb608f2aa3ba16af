import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstMetric, openExample, openTraining, runLens } from '../host/loop.ts';
import { openSession } from '../host/session.ts';
import { installVsix, packageVsix } from '../host/vsix.ts';

describe('the VSIX', () => {
  let dir: string;
  let vsix: string;
  before(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'g101-vsix-'));
    vsix = path.join(dir, 'genai-101.vsix');
    await packageVsix(vsix);
  });
  after(() => rm(dir, { recursive: true, force: true }));

  it('is at most 6 MB', async () => {
    assert.ok((await stat(vsix)).size <= 6e6);
  });

  it('installs into a clean VS Code and trains an example there', async () => {
    const session = await openSession({
      develop: false,
      prepare: (server) => installVsix(vsix, server),
    });
    try {
      const where = await session.remote.evaluate(
        (vscode) => vscode.extensions.getExtension('genai101.genai-101')?.extensionPath,
      );
      assert.ok(where?.startsWith(session.server.dir), `loaded from ${where}`);
      const training = await openTraining(session.page);
      await openExample(session, 'autoencoders/autoencoder.ts');
      await runLens(session.page).click();
      await firstMetric(training);
    } finally {
      await session.close();
    }
  });
});
