import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { copyEngineFiles, engineBundle } from '../../../src/build/engineFiles.ts';

/** As many as the suite of tfjs-core 4.22 has for a backend in Node. */
const SPECS = 4225;

describe('TensorFlow.js’s own suite', function () {
  this.timeout(120_000);

  it('passes on the portable engine, without an exception', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'genai101-conformance-'));
    try {
      const { specs, failures } = await runSuite(folder);
      assert.deepEqual(failures, []);
      assert.equal(specs, SPECS);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function runSuite(folder: string): Promise<{ specs: number; failures: string[] }> {
  const outfile = path.join(folder, 'run.mjs');
  await build({
    ...engineBundle,
    absWorkingDir: path.resolve(import.meta.dirname, '../../..'),
    entryPoints: ['test/unit/engine/conformanceRun.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    // The package says that its tests have no effect, so a bundler would leave almost all of them out.
    ignoreAnnotations: true,
  });
  await copyEngineFiles(folder);
  const { stdout } = await promisify(execFile)(process.execPath, [outfile], { maxBuffer: 1e8 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
