/** Gradients of functions of one number, in one pass: TensorFlow.js composes them of up to five operations. */
import type { Gradient, GradientTable } from './gradient.ts';
import { run } from './steps.ts';

/** By kernels of ops/elementwise/derivative.ts, which are given what TensorFlow.js saves: the function's input or output. */
export const elementwiseGradients: GradientTable = {
  Relu: by('ReluGrad'),
  Relu6: by('Relu6Grad'),
  LeakyRelu: by('LeakyReluGrad'),
  Selu: by('SeluGrad'),
  Sigmoid: by('SigmoidGrad'),
  Tanh: by('TanhGrad'),
  Softplus: by('SoftplusGrad'),
  Abs: by('AbsGrad'),
  Expm1: by('Expm1Grad'),
  Log1p: by('Log1pGrad'),
  Square: by('SquareGrad'),
  Sqrt: by('SqrtGrad'),
  Rsqrt: by('RsqrtGrad'),
  Reciprocal: by('ReciprocalGrad'),
  Erf: by('ErfGrad'),
  ClipByValue: by('ClipByValueGrad'),
  Exp({ dy, saved: [y] }) {
    return y && { x: () => run('Multiply', { a: dy, b: y }) };
  },
  Log({ dy, saved: [x] }) {
    return x?.dtype === 'float32' ? { x: () => run('RealDiv', { a: dy, b: x }) } : undefined;
  },
};

function by(kernelName: string): Gradient {
  return ({ dy, saved: [x], attrs }) =>
    x?.dtype === 'float32' ? { x: () => run(kernelName, { dy, x }, attrs) } : undefined;
}
