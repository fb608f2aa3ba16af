import * as tf from '../../../tf.ts';

/** A tensor as [outer, reduced, inner], where the middle dimension is reduced. */
export interface Group {
  outer: number;
  reduced: number;
  inner: number;
}

/** A reduction over some axes, as one or more over neighbouring axes, in the order in which they are done. */
export interface Reduction {
  groups: Group[];
  shape: number[];
  /** Numbers that come together in one. */
  count: number;
}

/** @throws as TensorFlow.js does, when an axis is none of x's */
export function describe(
  { shape }: tf.TensorInfo,
  axis: number | number[],
  keepDims: unknown,
): Reduction {
  const axes = new Set(tf.util.parseAxisParam(axis, shape));
  const groups: Group[] = [];
  let inner = 1;
  let count = 1;
  let open: Group | undefined;
  // From the last axis on: what has been reduced already is gone when the next group is.
  for (let i = shape.length - 1; i >= 0; i--) {
    const size = shape[i] ?? 1;
    if (axes.has(i)) {
      count *= size;
      if (open) open.reduced *= size;
      else if (size !== 1) {
        open = { outer: 1, reduced: size, inner };
        groups.push(open);
      }
    } else {
      inner *= size;
      if (size !== 1) open = undefined;
    }
  }
  let rest = tf.util.sizeFromShape(shape);
  for (const group of groups) {
    rest /= group.reduced;
    group.outer = rest / group.inner;
  }
  const out = shape.flatMap((size, i) => (axes.has(i) ? (keepDims ? [1] : []) : [size]));
  return { groups, shape: out, count };
}
