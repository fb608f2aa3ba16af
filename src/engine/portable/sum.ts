/** Sums in double precision: the stock kernel's single one is off by 0.02 % already for a batch of small pictures. */
import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';

export interface ReduceAttrs {
  axis: number | number[];
  keepDims: boolean;
}

/**
 * Sums float32 over the first dimensions or over the last ones, times `scale`.
 * Undefined where the dimensions lie otherwise.
 */
export function sum(
  backend: PortableBackend,
  x: tf.TensorInfo,
  { axis, keepDims }: ReduceAttrs,
  mean: boolean,
): tf.TensorInfo | undefined {
  const rank = x.shape.length;
  const axes = tf.util.parseAxisParam(axis, x.shape).sort((a, b) => a - b);
  const areLast = axes.every((at, i) => at === rank - axes.length + i);
  const areFirst = axes.every((at, i) => at === i);
  if (!areLast && !areFirst) return undefined;
  const [shape, reduced] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
  const count = tf.util.sizeFromShape(reduced);
  const outShape = keepDims ? tf.backend_util.expandShapeToKeepDim(shape, axes) : shape;
  const out = backend.makeOutput(outShape, 'float32');
  const values = backend.view(x.dataId) as Float32Array;
  const sums = backend.view(out.dataId) as Float32Array;
  const scale = mean ? 1 / count : 1;
  if (areLast) sumRows(values, sums, count, scale);
  else sumColumns(values, sums, count, scale);
  return out;
}

function sumRows(values: Float32Array, sums: Float32Array, count: number, scale: number): void {
  for (let row = 0; row < sums.length; row++) {
    let total = 0;
    const end = (row + 1) * count;
    for (let i = row * count; i < end; i++) total += values[i] ?? 0;
    sums[row] = total * scale;
  }
}

function sumColumns(values: Float32Array, sums: Float32Array, count: number, scale: number): void {
  const width = sums.length;
  const totals = new Float64Array(width);
  for (let row = 0, i = 0; row < count; row++) {
    for (let column = 0; column < width; column++, i++) {
      totals[column] = (totals[column] ?? 0) + (values[i] ?? 0);
    }
  }
  for (let column = 0; column < width; column++) sums[column] = (totals[column] ?? 0) * scale;
}
