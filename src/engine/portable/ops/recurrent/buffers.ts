/** Small pieces of the recurrent layers: buffers that a kernel fills or changes in place. */
import type * as tf from '../../../tf.ts';
import { PACK_WEIGHTS } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { fill } from '../elementwise/fill.ts';

/** A tensor of zeros, or with the numbers of `x`, for a kernel to change in place. */
export function startFrom(
  backend: PortableBackend,
  shape: number[],
  x: tf.TensorInfo | undefined,
): tf.TensorInfo {
  if (!x) return fill(backend, shape, 'float32', 0);
  const out = backend.make(shape, 'float32');
  backend.copy(x, out);
  return out;
}

/** Part of a matrix, as the factor B of many products: element (term, column) at from + term · step + column · … */
export interface Factor {
  /** Floats before the first element. */
  from: number;
  terms: number;
  columns: number;
  /** Floats from one term to the next, and from one column to the next. */
  termStep: number;
  columnStep: number;
}

/** Packs part of a matrix for kernels that multiply by it at every step. */
export function pack(
  backend: PortableBackend,
  matrix: tf.TensorInfo,
  factor: Factor,
): tf.TensorInfo {
  const { from, terms, columns, termStep, columnStep } = factor;
  // Panels of 8 columns: see assembly/gemm.
  const out = backend.make([terms * Math.ceil(columns / 8) * 8], 'float32');
  backend.kernels.run(
    PACK_WEIGHTS,
    1,
    0,
    backend.address(matrix) + 4 * from,
    termStep,
    columnStep,
    terms,
    columns,
    backend.address(out),
  );
  return out;
}

/** Columns of a matrix whose rows are `width` long, for products with its rows as terms. */
export function asItIs(terms: number, width: number, from = 0, columns = width): Factor {
  return { from, terms, columns, termStep: width, columnStep: 1 };
}

/** The same columns of the matrix transposed: they are the terms. */
export function transposed(columns: number, width: number, from = 0, terms = width): Factor {
  return { from, terms, columns, termStep: 1, columnStep: width };
}
