import type * as tf from '../../../tf.ts';
import * as operation from '../../assembly/elementwise/operations.ts';
import { type Call, isFloat } from '../kernel.ts';
import { fill } from './fill.ts';
import { CHUNK } from './flat.ts';
import { compute } from './unary.ts';

/** Exponents whose power is a simple function. */
const functions: ReadonlyMap<number, number> = new Map([
  [2, operation.SQUARE],
  [3, operation.CUBE],
  [0.5, operation.POW_HALF],
  [-0.5, operation.POW_MINUS_HALF],
  [-1, operation.RECIPROCAL],
]);

/** Powers with one of a few exponents for all numbers. */
export function power({ inputs: { a, b }, backend }: Call): tf.TensorInfo | undefined {
  if (!isFloat(a) || !isFloat(b) || b.shape.length > 0) return undefined;
  const exponent = backend.view(b)[0] as number;
  if (exponent === 0) return fill(backend, a.shape, 'float32', 1);
  if (exponent === 1) return backend.share(a, a.shape);
  const which = functions.get(exponent);
  if (which === undefined) return undefined;
  const out = backend.make(a.shape, 'float32');
  compute(backend, which, CHUNK, a, out);
  return out;
}
