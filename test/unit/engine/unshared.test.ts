import assert from 'node:assert/strict';
import { allowRelaxedSimd, readBuild } from '../../../src/engine/portable/kernels/nodeFiles.ts';
import { unshared } from '../../../src/engine/portable/kernels/unshared.ts';

describe('a build for memory that is not shared', () => {
  before(allowRelaxedSimd);

  it('differs by one byte, and takes such a memory', async () => {
    const bytes = await readBuild('relaxed');
    const changed = unshared(bytes);
    assert.equal(bytes.filter((byte, i) => byte !== changed[i]).length, 1);
    const memory = new WebAssembly.Memory({ initial: 256, maximum: 65536, shared: false });
    await WebAssembly.instantiate(await WebAssembly.compile(changed), {
      env: { memory, now: () => 0 },
    });
  });

  it('is made of nothing else', () => {
    assert.throws(() => unshared(new Uint8Array(8)), /imports no shared memory/);
  });
});
