/** Tensors repeated or turned round. */
import * as tf from '../../../tf.ts';
import type { KernelTable } from '../kernel.ts';
import { arranged, isOnHeap, stepsOf } from './layout.ts';

export const repeatKernels: KernelTable = {
  Tile({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    const reps = attrs.reps as number[];
    const steps = stepsOf(x.shape);
    // Each dimension becomes two: the repetitions, which read the same numbers again, and what is repeated.
    const shape = x.shape.flatMap((size, i) => [reps[i] ?? 1, size]);
    const from = steps.flatMap((step) => [0, step]);
    const tiled = x.shape.map((size, i) => size * (reps[i] ?? 1));
    return arranged(backend, x, tiled, { shape, from });
  },
  Reverse({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    const axes = new Set(tf.util.parseAxisParam(attrs.dims as number[], x.shape));
    const steps = stepsOf(x.shape);
    const from = steps.map((step, axis) => (axes.has(axis) ? -step : step));
    const fromStart = steps.reduce(
      (sum, step, axis) => (axes.has(axis) ? sum + step * ((x.shape[axis] ?? 1) - 1) : sum),
      0,
    );
    return arranged(backend, x, x.shape, { shape: x.shape, from, fromStart });
  },
};
