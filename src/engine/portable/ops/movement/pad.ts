/** Tensors with a margin. */
import type * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import type { KernelTable } from '../kernel.ts';
import { copyInto, type HeapTensor, isOnHeap, stepsOf } from './layout.ts';

type Padding = readonly [before: number, after: number];

export const padKernels: KernelTable = {
  PadV2({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    return pad(backend, x, attrs.paddings as Padding[], attrs.constantValue as number);
  },
  MirrorPad({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    return mirrorPad(backend, x, attrs.paddings as Padding[], attrs.mode === 'symmetric');
  },
};

/** @returns undefined when there are too many dimensions */
export function pad(
  backend: PortableBackend,
  x: HeapTensor,
  paddings: readonly Padding[],
  value: number,
): HeapTensor | undefined {
  if (paddings.every(([before, after]) => before === 0 && after === 0)) {
    return backend.share(x, x.shape) as HeapTensor;
  }
  const shape = paddings.map(([before, after], i) => before + (x.shape[i] ?? 1) + after);
  const out = backend.make(shape, x.dtype);
  (backend.view(out) as Float32Array).fill(value);
  const to = stepsOf(shape);
  const toStart = to.reduce((sum, step, i) => sum + step * (paddings[i]?.[0] ?? 0), 0);
  const copy = { shape: x.shape, from: stepsOf(x.shape), to, toStart };
  if (copyInto(backend, x, out, copy)) return out as HeapTensor;
  backend.free(out);
  return undefined;
}

/** A stretch of one dimension: how many numbers, from where, in which direction, to where. */
interface Stretch {
  size: number;
  from: number;
  direction: 1 | -1;
  to: number;
}

/**
 * A margin that mirrors what lies inside.
 * @param symmetric whether the outermost numbers themselves are repeated
 */
function mirrorPad(
  backend: PortableBackend,
  x: HeapTensor,
  paddings: readonly Padding[],
  symmetric: boolean,
): tf.TensorInfo | undefined {
  const shape = paddings.map(([before, after], i) => before + (x.shape[i] ?? 1) + after);
  const out = backend.make(shape, x.dtype);
  const [from, to] = [stepsOf(x.shape), stepsOf(shape)];
  for (const block of blocks(x.shape, paddings, symmetric ? 0 : 1)) {
    const copy = {
      shape: block.map(({ size }) => size),
      from: block.map(({ direction }, i) => direction * (from[i] ?? 0)),
      fromStart: block.reduce((sum, { from: start }, i) => sum + start * (from[i] ?? 0), 0),
      to,
      toStart: block.reduce((sum, { to: start }, i) => sum + start * (to[i] ?? 0), 0),
    };
    if (copyInto(backend, x, out, copy)) continue;
    backend.free(out);
    return undefined;
  }
  return out;
}

/** All combinations of the stretches of each dimension: the inside, the margin before it, the one behind. */
function blocks(shape: number[], paddings: readonly Padding[], skip: 0 | 1): Stretch[][] {
  let combined: Stretch[][] = [[]];
  for (const [i, size] of shape.entries()) {
    const [before, after] = paddings[i] ?? [0, 0];
    const stretches: Stretch[] = [{ size, from: 0, direction: 1, to: before }];
    const last = size - 1;
    if (before > 0) stretches.push({ size: before, from: before - 1 + skip, direction: -1, to: 0 });
    if (after > 0) {
      stretches.push({ size: after, from: last - skip, direction: -1, to: before + size });
    }
    combined = combined.flatMap((block) => stretches.map((stretch) => [...block, stretch]));
  }
  return combined;
}
