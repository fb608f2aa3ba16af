/** Images with their channels first (NCHW) are computed with their channels last (NHWC). */
import * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';

/** Computes with copies of the tensors whose channels are last. */
export function withChannelsLast<T extends tf.TensorInfo[]>(
  backend: PortableBackend,
  tensors: [...T],
  compute: (turned: [...T]) => void,
): void {
  const turned = tensors.map((x) => transpose(backend, x, [0, 2, 3, 1])) as [...T];
  compute(turned);
  backend.free(...turned);
}

/** Turns a result, and frees it. */
export function channelsFirst(backend: PortableBackend, x: tf.TensorInfo): tf.TensorInfo {
  const turned = transpose(backend, x, [0, 3, 1, 2]);
  backend.free(x);
  return turned;
}

function transpose(backend: PortableBackend, x: tf.TensorInfo, perm: number[]): tf.TensorInfo {
  const { kernelFunc } = tf.getKernel('Transpose', tf.getBackend());
  return kernelFunc({ inputs: { x }, attrs: { perm }, backend }) as tf.TensorInfo;
}
