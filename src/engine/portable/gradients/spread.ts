/** Gradients of sums and means, which are the same for many numbers: they are not written out for each of them. */
import * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';
import { sourceOf, spread } from '../ops/movement/spread.ts';
import { type GradientTable, tensorOf } from './gradient.ts';

export const spreadGradients: GradientTable = {
  Sum({ dy, saved: [x], attrs, backend }) {
    if (!x) return undefined;
    return { x: () => spreadOver(backend, dy, x, attrs.axis as number[]) };
  },
  Mean({ dy, saved: [x], attrs, backend }) {
    if (!x || x.size === 0) return undefined;
    const share = () => tf.div(dy, x.size / dy.size);
    return { x: () => spreadOver(backend, share(), x, attrs.axis as number[]) };
  },
  /** 2 · dy · x, the fewer numbers doubled. */
  Square({ dy, saved: [x], backend }) {
    if (x?.dtype !== 'float32') return undefined;
    return { x: () => tf.mul(doubled(backend, dy), x) };
  },
  SquaredDifference({ dy, saved: [a, b], backend }) {
    if (!a || !b || !sourceOf(backend, dy) || !tf.util.arraysEqual(a.shape, b.shape)) {
      return undefined;
    }
    return {
      a: () => tf.mul(doubled(backend, dy), tf.sub(a, b)),
      b: () => tf.mul(doubled(backend, dy), tf.sub(b, a)),
    };
  },
};

/** dy as the gradient of all the numbers that were summed up in one. */
function spreadOver(
  backend: PortableBackend,
  dy: tf.Tensor,
  { shape }: tf.Tensor,
  axis: number | number[],
): tf.Tensor {
  const axes = new Set(tf.util.parseAxisParam(axis, shape));
  const kept = shape.map((size, i) => (axes.has(i) ? 1 : size));
  return tensorOf(spread(backend, { dataId: dy.dataId, shape: kept, dtype: dy.dtype }, shape));
}

function doubled(backend: PortableBackend, dy: tf.Tensor): tf.Tensor {
  const source = sourceOf(backend, dy);
  if (!source) return tf.mul(dy, 2);
  backend.incRef(source.dataId);
  const twice = tf.mul(tensorOf(source), 2);
  return tensorOf(spread(backend, twice, dy.shape));
}
