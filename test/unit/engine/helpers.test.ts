import assert from 'node:assert/strict';
import { Random } from '../../../src/data/random.ts';
import { FILL, MATMUL } from '../../../src/engine/portable/assembly/kinds.ts';
import { bits, type Kernels } from '../../../src/engine/portable/kernels/kernels.ts';
import { loadKernels } from '../../../src/engine/portable/kernels/load.ts';
import { allowRelaxedSimd, readBuild } from '../../../src/engine/portable/kernels/nodeFiles.ts';
import { NodeHelpers } from '../../../src/engine/portable/kernels/nodeHelpers.ts';
import { AlwaysShared } from './alwaysShared.ts';

const [ROWS, COLUMNS, TERMS] = [203, 77, 301];

async function start(threads: number): Promise<Kernels> {
  allowRelaxedSimd();
  return loadKernels({
    read: readBuild,
    helpers: (module, memory) => new NodeHelpers(module, memory, threads - 1),
    sharing: new AlwaysShared(),
  });
}

/** A product of random matrices, its rows in strips of 16 that any thread may take when `chunk` is not 0. */
function product(kernels: Kernels, chunk: number): Float32Array {
  const { heap } = kernels;
  const random = new Random(3);
  const place = (size: number) => {
    const address = heap.allocate(4 * size);
    for (let i = 0; i < size; i++) heap.f32[address / 4 + i] = random.next() - 0.5;
    return address;
  };
  const [a, b, c] = [place(ROWS * TERMS), place(TERMS * COLUMNS), place(ROWS * COLUMNS)];
  const words = [ROWS, COLUMNS, TERMS, 0, 0, a, 0, b, 0, c, 0, 16, 1];
  kernels.run(MATMUL, Math.ceil(ROWS / 16), chunk, ...words);
  return heap.f32.slice(c / 4, c / 4 + ROWS * COLUMNS);
}

describe('helper threads', () => {
  it('give the numbers that one thread gives, to the last bit', async () => {
    const kernels = await start(3);
    const alone = product(kernels, 0);
    for (let i = 0; i < 50; i++) assert.deepEqual(product(kernels, 1), alone);
    kernels.dispose();
  });

  it('wake up after a pause', async () => {
    const kernels = await start(2);
    const alone = product(kernels, 0);
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      assert.deepEqual(product(kernels, 1), alone);
    }
    kernels.dispose();
  });

  it('do calls in their order, however many wait', async () => {
    const kernels = await start(3);
    const { heap } = kernels;
    const numbers = 64 * 16;
    const at = heap.allocate(4 * numbers);
    for (let i = 0; i <= 5000; i++) kernels.run(FILL, numbers / 16, 1, bits(i), at);
    assert.deepEqual(new Set(heap.f32.subarray(at / 4, at / 4 + numbers)), new Set([5000]));
    kernels.dispose();
  });

  it('write what JavaScript has given after the calls that came before it', async () => {
    const kernels = await start(3);
    const { heap } = kernels;
    const numbers = 4096 * 16;
    const at = heap.allocate(4 * numbers);
    // The last ones find no more room where such numbers wait.
    for (let i = 1; i <= 8; i++) {
      kernels.run(FILL, numbers / 16, 1, bits(-1), at);
      heap.write(at, new Uint8Array(new Float32Array(numbers).fill(i).buffer));
      if (i % 3 === 0) assert.equal(heap.f32[at / 4 + numbers - 1], i);
    }
    assert.deepEqual(new Set(heap.f32.subarray(at / 4, at / 4 + numbers)), new Set([8]));
    kernels.dispose();
  });
});
