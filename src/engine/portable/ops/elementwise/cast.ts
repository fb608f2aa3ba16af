/** Numbers of one type as those of another. */
import * as tf from '../../../tf.ts';
import {
  BOOL_TO_FLOAT,
  BOOL_TO_INT,
  FLOAT_TO_BOOL,
  INT_TO_BOOL,
  INT_TO_FLOAT,
} from '../../assembly/elementwise/operations.ts';
import { CAST } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { type HeapType, isHeapType } from '../../memory/block.ts';
import type { KernelTable } from '../kernel.ts';
import { CHUNK, units } from './flat.ts';

/** By source, target. */
const operations: Partial<Record<string, number>> = {
  'int32,float32': INT_TO_FLOAT,
  'bool,float32': BOOL_TO_FLOAT,
  'bool,int32': BOOL_TO_INT,
  'float32,bool': FLOAT_TO_BOOL,
  'int32,bool': INT_TO_BOOL,
};

export const castKernels: KernelTable = {
  Cast({ inputs: { x }, attrs, backend }) {
    const dtype = attrs.dtype as tf.DataType;
    if (!x || !isHeapType(x.dtype) || !isHeapType(dtype)) return undefined;
    return castTo(backend, x, dtype);
  },
};

/**
 * A tensor of another type always has numbers of its own: a block of integers under a float32 tensor would be read
 * as floats.
 */
export function castTo(backend: PortableBackend, x: tf.TensorInfo, dtype: HeapType): tf.TensorInfo {
  if (x.dtype === dtype) return backend.share(x, x.shape);
  const operation = operations[`${x.dtype},${dtype}`];
  const out = backend.make(x.shape, dtype);
  const [from, to] = [backend.address(x), backend.address(out)];
  const size = tf.util.sizeFromShape(x.shape);
  if (operation !== undefined) backend.kernels.run(CAST, units(size), CHUNK, operation, from, to);
  else {
    // Float to integer as JavaScript has it: modulo 2³², and 0 for NaN.
    const { f32, i32 } = backend.heap;
    i32.set(f32.subarray(from >>> 2, (from >>> 2) + size), to >>> 2);
  }
  return out;
}
