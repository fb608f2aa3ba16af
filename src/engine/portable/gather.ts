import type * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';

/**
 * Copies rows by number: a batch out of a data set, or words out of an embedding.
 * @param x float32 [rows, ...]
 * @param indices int32 of any shape
 * @returns [...indices, ...]; undefined where a number is none of a row
 */
export function gatherRows(
  backend: PortableBackend,
  x: tf.TensorInfo,
  indices: tf.TensorInfo,
): tf.TensorInfo | undefined {
  const [rows = 0, ...row] = x.shape;
  const numbers = backend.view(indices.dataId) as Int32Array;
  if (numbers.some((number) => number < 0 || number >= rows)) return undefined;
  const out = backend.makeOutput([...indices.shape, ...row], 'float32');
  const from = backend.view(x.dataId) as Float32Array;
  const to = backend.view(out.dataId) as Float32Array;
  const width = rows === 0 ? 0 : from.length / rows;
  // Seen again: making room for the output may have moved the heap.
  (backend.view(indices.dataId) as Int32Array).forEach((number, i) => {
    to.set(from.subarray(number * width, (number + 1) * width), i * width);
  });
  return out;
}
