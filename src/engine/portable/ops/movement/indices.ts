import type * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';

/**
 * Which slice each row of indices names.
 * @param indices count names of one or more indices each
 * @param strides slices from one index to the next, for each part of a name
 * @param slices how many there are
 * @param shape of what they index, for the message
 * @returns [count]
 * @throws as the CPU kernel, when one lies outside
 */
export function flatIndices(
  backend: PortableBackend,
  indices: tf.TensorInfo,
  count: number,
  strides: readonly number[],
  slices: number,
  shape: readonly number[],
): tf.TensorInfo {
  const names = (backend.view(indices) as Int32Array).slice();
  const rank = names.length / count;
  const flat = Int32Array.from({ length: count }, (_, i) => {
    const name = names.subarray(i * rank, (i + 1) * rank);
    const index = name.reduce((sum, part, j) => sum + part * (strides[j] ?? 0), 0);
    if (index >= 0 && index < slices) return index;
    throw new Error(`Invalid indices: ${name} does not index into ${shape}`);
  });
  return backend.makeTensorInfo([count], 'int32', flat);
}
