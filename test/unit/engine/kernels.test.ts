import assert from 'node:assert/strict';
import { type BuildName, loadKernels } from '../../../src/engine/portable/kernels/load.ts';
import { allowRelaxedSimd, readBuild } from '../../../src/engine/portable/kernels/nodeFiles.ts';

const builds: BuildName[] = ['plain', 'relaxed'];

/** The section that holds data: its segments are written anew by each thread that makes an instance. */
const DATA_SECTION = 11;

/** The ids of a WebAssembly file's sections. */
function sectionsOf(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    ids.push(bytes[at++] ?? 0);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return ids;
}

describe('the kernels', () => {
  before(allowRelaxedSimd);

  it('take 250 KB in all builds together', async () => {
    const sizes = await Promise.all(builds.map(async (name) => (await readBuild(name)).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total > 0 && total <= 250_000, `they take ${total} bytes`);
  });

  it('keep nothing in memory that a second thread’s instance would overwrite', async () => {
    for (const name of builds) {
      assert.ok(!sectionsOf(await readBuild(name)).includes(DATA_SECTION), name);
    }
  });

  it('run plain where relaxed SIMD is not valid', async () => {
    const tried: BuildName[] = [];
    const kernels = await loadKernels({
      async read(name) {
        tried.push(name);
        return name === 'relaxed' ? new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]) : readBuild(name);
      },
    });
    assert.deepEqual(tried, ['relaxed', 'plain']);
    assert.equal(kernels.threads, 1);
  });

  it('say what is missing where there is no SIMD at all', async () => {
    const read = async () => new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]);
    await assert.rejects(loadKernels({ read }), /^EngineError: WebAssembly here has no SIMD/);
  });
});
