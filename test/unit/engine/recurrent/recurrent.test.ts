import assert from 'node:assert/strict';
import * as kernel from '../../../../src/engine/portable/assembly/kinds.ts';
import { PortableBackend } from '../../../../src/engine/portable/backend.ts';
import { loadKernels } from '../../../../src/engine/portable/kernels/load.ts';
import { readBuild } from '../../../../src/engine/portable/kernels/nodeFiles.ts';
import { registerKernels } from '../../../../src/engine/portable/ops/register.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { CheckedHeap } from '../checkedHeap.ts';
import { Draw } from '../draw.ts';
import { useVariant } from '../variants.ts';
import {
  assertAgree,
  type Case,
  drawCase,
  kernelsOf,
  kinds,
  outputsAndGradients,
} from './layer.ts';

/** Makes a backend with a checked heap the current one. */
async function useCheckedHeap(): Promise<CheckedHeap> {
  let heap: CheckedHeap | undefined;
  const makeHeap = (memory: WebAssembly.Memory, base: number) => {
    heap = new CheckedHeap(memory, base);
    return heap;
  };
  const backend = new PortableBackend(await loadKernels({ read: readBuild, makeHeap }));
  tf.registerBackend('test-checked', () => backend, 0);
  registerKernels('test-checked');
  await tf.setBackend('test-checked');
  return heap as unknown as CheckedHeap;
}

describe('recurrent layers', () => {
  for (const [i, name] of kinds.entries()) {
    it(`of kind ${name} give the same outputs and gradients as TensorFlow.js’s own`, async () => {
      for (let seed = 100 * i; seed < 100 * i + 16; seed++) {
        const one = drawCase(new Draw(seed), name);
        await assertAgree(() => outputsAndGradients(one, seed), JSON.stringify(one));
      }
    });

    it(`of kind ${name} need one kernel forward and one backward`, async () => {
      const [forward, backward] = [kernel.LSTM_FORWARD + 2 * i, kernel.LSTM_BACKWARD + 2 * i];
      const one = drawCase(new Draw(1), name);
      const ran = await kernelsOf(() => outputsAndGradients(one, 1));
      assert.deepEqual(ran, [forward, forward, forward, backward]);
    });
  }

  it('agree where sums are longer than a block of the matrix product', async () => {
    const shapes: [units: number, shape: Case['shape']][] = [
      [260, [3, 2, 5]],
      [10, [45, 7, 100]],
    ];
    for (const name of kinds) {
      for (const [units, shape] of shapes) {
        const one = { kind: name, options: { units }, shape, initial: true };
        await assertAgree(() => outputsAndGradients(one, 5), `${name}, ${units} units`);
      }
    }
  });

  it('give the same numbers on one thread and on two, bit for bit', async () => {
    for (const name of kinds) {
      const options = { units: 64, returnSequences: true };
      const one = {
        kind: name,
        options,
        shape: [45, 12, 20] as [number, number, number],
        initial: false,
      };
      const results: number[][] = [];
      for (const build of ['relaxed', 'relaxed-threads'] as const) {
        await useVariant(build);
        const tensors = tf.tidy(() => outputsAndGradients(one, 3));
        results.push(tensors.flatMap((tensor) => [...tensor.dataSync()]));
        tf.dispose(tensors);
      }
      assert.deepEqual(results[1], results[0]);
    }
  });

  it('write nothing past the end of a tensor, and outlive growing memory', async () => {
    const heap = await useCheckedHeap();
    for (let seed = 0; seed < 30; seed++) {
      const draw = new Draw(seed);
      const one = drawCase(draw, draw.pick(kinds));
      const results = tf.tidy(() => outputsAndGradients(one, seed));
      assert.ok(results.every((result) => result.dataSync().every(Number.isFinite)));
      tf.dispose(results);
    }
    assert.deepEqual(heap.overwritten, []);
  });
});
