/** Gradients of functions of one number: dx = dy · f′(x). Kernels of our own: see gradients/elementwise.ts. */
import * as tf from '../../../tf.ts';
import * as operation from '../../assembly/elementwise/operations.ts';
import { DERIVATIVE } from '../../assembly/kinds.ts';
import { bits } from '../../kernels/kernels.ts';
import { isFloat, type Kernel, type KernelTable, sameShape } from '../kernel.ts';
import { SLOW_CHUNK, units } from './flat.ts';

export const derivativeKernels: KernelTable = {
  ReluGrad: derivative(operation.STEP_GRAD),
  AbsGrad: derivative(operation.STEP_GRAD, () => -1),
  LeakyReluGrad: derivative(operation.LEAKY_RELU_GRAD, ({ alpha }) => alpha as number),
  Relu6Grad: derivative(operation.RELU6_GRAD),
  SeluGrad: derivative(operation.SELU_GRAD),
  SigmoidGrad: derivative(operation.SIGMOID_GRAD),
  TanhGrad: derivative(operation.TANH_GRAD),
  SoftplusGrad: derivative(operation.SOFTPLUS_GRAD),
  Expm1Grad: derivative(operation.EXPM1_GRAD),
  Log1pGrad: derivative(operation.LOG1P_GRAD),
  SquareGrad: derivative(operation.SQUARE_GRAD),
  SqrtGrad: derivative(operation.SQRT_GRAD),
  RsqrtGrad: derivative(operation.RSQRT_GRAD),
  ReciprocalGrad: derivative(operation.RECIPROCAL_GRAD),
  ErfGrad: derivative(operation.ERF_GRAD),
  ClipByValueGrad: derivative(
    operation.CLIP_GRAD,
    ({ clipValueMin }) => clipValueMin as number,
    ({ clipValueMax }) => clipValueMax as number,
  ),
  // TensorFlow.js's own kernel.
  EluGrad({ inputs: { dy, y }, attrs, backend }) {
    return eluGrad({ inputs: { dy, x: y } as Record<string, tf.TensorInfo>, attrs, backend });
  },
};

const eluGrad = derivative(operation.ELU_GRAD);

type Parameter = (attrs: Record<string, unknown>) => number;

function derivative(which: number, first?: Parameter, second?: Parameter): Kernel {
  return ({ inputs: { dy, x }, attrs, backend }) => {
    if (!isFloat(dy) || !isFloat(x) || !sameShape(dy.shape, x.shape)) return undefined;
    const out = backend.make(x.shape, 'float32');
    backend.kernels.run(
      DERIVATIVE,
      units(tf.util.sizeFromShape(x.shape)),
      SLOW_CHUNK,
      which,
      backend.address(dy),
      backend.address(x),
      backend.address(out),
      first ? bits(first(attrs)) : 0,
      second ? bits(second(attrs)) : 0,
    );
    return out;
  };
}
