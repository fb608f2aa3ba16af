/** Tensors put together. */
import * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import type { KernelTable } from '../kernel.ts';
import { copyInto, type HeapTensor, isOnHeap } from './layout.ts';

export const concatKernels: KernelTable = {
  Concat({ inputs, attrs, backend }) {
    const tensors = Object.values(inputs);
    const [first] = tensors;
    if (!isOnHeap(first) || !alike(tensors, first)) return undefined;
    const axis = tf.util.parseAxisParam(attrs.axis as number, first.shape)[0] ?? 0;
    const shapes = tensors.map(({ shape }) => shape);
    tf.backend_util.assertParamsConsistent(shapes, axis);
    const shape = tf.backend_util.computeOutShape(shapes, axis);
    const full = tensors.filter((tensor) => tf.util.sizeFromShape(tensor.shape) > 0);
    const [only] = full;
    if (only && full.length === 1) return backend.share(only, only.shape);
    return concat(backend, full, axis, backend.make(shape, first.dtype));
  },
  Pack({ inputs, attrs, backend }) {
    const tensors = Object.values(inputs);
    const [first] = tensors;
    if (!isOnHeap(first) || !alike(tensors, first)) return undefined;
    // Different shapes are for the CPU kernel to tell of.
    if (!tensors.every(({ shape }) => tf.util.arraysEqual(shape, first.shape))) return undefined;
    const rank = first.shape.length;
    const axis =
      (attrs.axis as number) < 0 ? (attrs.axis as number) + rank + 1 : Number(attrs.axis);
    const shape = first.shape.toSpliced(axis, 0, tensors.length);
    if (tensors.length === 1) return backend.share(first, shape);
    const slices = tensors.map((tensor) => ({
      ...tensor,
      shape: tensor.shape.toSpliced(axis, 0, 1),
    }));
    return concat(backend, slices, axis, backend.make(shape, first.dtype));
  },
};

function alike(tensors: tf.TensorInfo[], { dtype }: HeapTensor): boolean {
  return tensors.every((tensor) => tensor.dtype === dtype);
}

/** Writes the tensors side by side into `out`: rows of each, next to each other. */
function concat(
  backend: PortableBackend,
  tensors: readonly tf.TensorInfo[],
  axis: number,
  out: tf.TensorInfo,
): tf.TensorInfo {
  const rows = tf.util.sizeFromShape(out.shape.slice(0, axis));
  const length = tf.util.sizeFromShape(out.shape.slice(axis));
  let toStart = 0;
  for (const tensor of tensors) {
    const width = tf.util.sizeFromShape(tensor.shape.slice(axis));
    const copy = { shape: [rows, width], from: [width, 1], to: [length, 1], toStart };
    copyInto(backend, tensor, out, copy);
    toStart += width;
  }
  return out;
}
