/** Functions of one number: y = f(x), for float32. */
import * as tf from '../../../tf.ts';
import * as operation from '../../assembly/elementwise/operations.ts';
import { UNARY } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { bits } from '../../kernels/kernels.ts';
import { isFloat, type Kernel, type KernelTable } from '../kernel.ts';
import { CHUNK, SLOW_CHUNK, units } from './flat.ts';

/** The names of attributes that are parameters of an operation. */
type Parameters = readonly string[];

export const unaryKernels: KernelTable = {
  Relu: fast(operation.RELU),
  Relu6: fast(operation.RELU6),
  LeakyRelu: fast(operation.LEAKY_RELU, ['alpha']),
  Elu: slow(operation.ELU),
  Selu: slow(operation.SELU),
  Sigmoid: slow(operation.SIGMOID),
  Tanh: slow(operation.TANH),
  Exp: slow(operation.EXP),
  Expm1: slow(operation.EXPM1),
  Log: slow(operation.LOG),
  Log1p: slow(operation.LOG1P),
  Sqrt: fast(operation.SQRT),
  Rsqrt: fast(operation.RSQRT),
  Square: fast(operation.SQUARE),
  Neg: fast(operation.NEG),
  Abs: fast(operation.ABS),
  Sign: fast(operation.SIGN),
  Step: fast(operation.STEP, ['alpha']),
  Softplus: slow(operation.SOFTPLUS),
  Reciprocal: fast(operation.RECIPROCAL),
  Erf: slow(operation.ERF),
  ClipByValue: fast(operation.CLIP, ['clipValueMin', 'clipValueMax']),
  Floor: fast(operation.FLOOR),
  Ceil: fast(operation.CEIL),
  Round: fast(operation.ROUND),
};

function fast(which: number, parameters: Parameters = []): Kernel {
  return kernel(which, CHUNK, parameters);
}

function slow(which: number): Kernel {
  return kernel(which, SLOW_CHUNK, []);
}

function kernel(which: number, chunk: number, [first, second]: Parameters): Kernel {
  return ({ inputs: { x }, attrs, backend }) => {
    if (!isFloat(x)) return undefined;
    const p = first === undefined ? 0 : bits(attrs[first] as number);
    const q = second === undefined ? 0 : bits(attrs[second] as number);
    const out = backend.make(x.shape, 'float32');
    compute(backend, which, chunk, x, out, p, q);
    return out;
  };
}

/** Writes f(x) to `out`, which may be x. The parameters are the operation's own, as bits. */
export function compute(
  backend: PortableBackend,
  which: number,
  chunk: number,
  x: tf.TensorInfo,
  out: tf.TensorInfo,
  p = 0,
  q = 0,
): void {
  const from = backend.address(x);
  const to = backend.address(out);
  const size = tf.util.sizeFromShape(x.shape);
  backend.kernels.run(UNARY, units(size), chunk, which, from, to, p, q);
}
