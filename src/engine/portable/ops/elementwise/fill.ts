/** Tensors of one number. */
import * as tf from '../../../tf.ts';
import { FILL } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { bits } from '../../kernels/kernels.ts';
import { type HeapType, isHeapType } from '../../memory/block.ts';
import type { KernelTable } from '../kernel.ts';
import { CHUNK, units } from './flat.ts';

export const fillKernels: KernelTable = {
  Fill({ attrs, backend }) {
    const { shape, value } = attrs as { shape: number[]; value: number };
    const dtype = (attrs.dtype as tf.DataType | undefined) || tf.util.inferDtype(value);
    return isHeapType(dtype) ? fill(backend, shape, dtype, value) : undefined;
  },
  ZerosLike({ inputs: { x }, backend }) {
    return x && isHeapType(x.dtype) ? fill(backend, x.shape, x.dtype, 0) : undefined;
  },
  OnesLike({ inputs: { x }, backend }) {
    return x && isHeapType(x.dtype) ? fill(backend, x.shape, x.dtype, 1) : undefined;
  },
};

/** A tensor of one number. */
export function fill(
  backend: PortableBackend,
  shape: number[],
  dtype: HeapType,
  value: number,
): tf.TensorInfo {
  const out = backend.make(shape, dtype);
  const address = backend.address(out);
  const size = tf.util.sizeFromShape(shape);
  if (dtype === 'bool') backend.heap.u8.fill(value, address, address + size);
  else {
    const word = dtype === 'float32' ? bits(value) : value;
    backend.kernels.run(FILL, units(size), CHUNK, word, address);
  }
  return out;
}
