/** Functions of two numbers, with broadcasting, and comparisons: of float32, and of int32 where that is as simple. */
import * as tf from '../../../tf.ts';
import * as operation from '../../assembly/elementwise/operations.ts';
import { BROADCAST_PAIR, FLAT_PAIR } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { bits } from '../../kernels/kernels.ts';
import { isFloat, type Kernel, type KernelTable, sameShape } from '../kernel.ts';
import { type Broadcast, broadcast, layOut } from './broadcast.ts';
import { CHUNK, units } from './flat.ts';
import { power } from './power.ts';

const { A_ALONE, B_ALONE, BOTH } = operation;

export const binaryKernels: KernelTable = {
  Add: arithmetic(operation.ADD, operation.ADD_INT),
  Sub: arithmetic(operation.SUB, operation.SUB_INT),
  Multiply: arithmetic(operation.MULTIPLY),
  RealDiv: arithmetic(operation.DIVIDE),
  Maximum: arithmetic(operation.MAXIMUM, operation.MAXIMUM_INT),
  Minimum: arithmetic(operation.MINIMUM, operation.MINIMUM_INT),
  SquaredDifference: arithmetic(operation.SQUARED_DIFFERENCE),
  Pow: power,
  Prelu({ inputs: { x, alpha }, backend }) {
    return isFloat(x) && isFloat(alpha) ? pair(backend, operation.PRELU, x, alpha) : undefined;
  },
  Equal: comparison(operation.EQUAL),
  NotEqual: comparison(operation.NOT_EQUAL),
  Less: comparison(operation.LESS),
  LessEqual: comparison(operation.LESS_EQUAL),
  Greater: comparison(operation.GREATER),
  GreaterEqual: comparison(operation.GREATER_EQUAL),
};

function arithmetic(float: number, int?: number): Kernel {
  return ({ inputs: { a, b }, backend }) => {
    if (isFloat(a) && isFloat(b)) return pair(backend, float, a, b);
    if (int !== undefined && isInt(a) && isInt(b)) return pair(backend, int, a, b);
    return undefined;
  };
}

function comparison(which: number): Kernel {
  return ({ inputs: { a, b }, backend }) => {
    if (isFloat(a) && isFloat(b)) return pair(backend, which, a, b, true);
    if (isInt(a) && isInt(b)) return pair(backend, which + operation.INT, a, b, true);
    return undefined;
  };
}

function isInt(tensor: tf.TensorInfo | undefined): tensor is tf.TensorInfo {
  return tensor?.dtype === 'int32';
}

/**
 * f(a, b), number by number; the shapes are broadcast.
 * @throws as TensorFlow.js does when the shapes do not go together
 */
export function pair(
  backend: PortableBackend,
  which: number,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  compares = false,
): tf.TensorInfo {
  if (sameShape(a.shape, b.shape)) return flat(backend, which, BOTH, a, b, a.shape, compares);
  if (b.shape.length === 0) return flat(backend, which, A_ALONE, a, b, a.shape, compares);
  if (a.shape.length === 0) return flat(backend, which, B_ALONE, a, b, b.shape, compares);
  return rows(backend, which, a, b, broadcast(a.shape, b.shape), compares);
}

/** All numbers as one row. */
function flat(
  backend: PortableBackend,
  which: number,
  running: number,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  shape: number[],
  compares: boolean,
  factor = 0,
): tf.TensorInfo {
  const out = backend.make(shape, outputType(a, compares));
  const x = backend.address(a);
  const z = backend.address(b);
  const y = backend.address(out);
  const count = units(tf.util.sizeFromShape(shape));
  const flag = Number(compares);
  backend.kernels.run(FLAT_PAIR, count, CHUNK, which, running, x, z, y, flag, factor);
  return out;
}

/** @param factor of SCALE, as bits */
function rows(
  backend: PortableBackend,
  which: number,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { shape, running, length, rows, outer }: Broadcast,
  compares: boolean,
  factor = 0,
): tf.TensorInfo {
  if (rows <= 1) return flat(backend, which, running, a, b, shape, compares, factor);
  const out = backend.make(shape, outputType(a, compares));
  backend.kernels.run(
    BROADCAST_PAIR,
    rows,
    Math.ceil((CHUNK * operation.UNIT) / length),
    which,
    running,
    backend.address(a),
    backend.address(b),
    backend.address(out),
    Number(compares),
    factor,
    length,
    outer.length / 3,
    ...outer,
  );
  return out;
}

/** The numbers of a, times a factor, spread over a larger shape of the same rank, some of whose dimensions are 1 in a. */
export function spread(
  backend: PortableBackend,
  a: tf.TensorInfo,
  shape: number[],
  factor: number,
): tf.TensorInfo {
  const plan = layOut(shape, a.shape, []);
  return rows(backend, operation.SCALE, a, a, plan, false, bits(factor));
}

function outputType(a: tf.TensorInfo, compares: boolean): 'float32' | 'int32' | 'bool' {
  if (compares) return 'bool';
  return a.dtype === 'int32' ? 'int32' : 'float32';
}
