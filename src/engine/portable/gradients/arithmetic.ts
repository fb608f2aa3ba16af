/**
 * Gradients of functions of two tensors, with broadcasting. TensorFlow.js's formulas, without its casts of numbers to
 * the type that they have.
 */
import type * as tf from '../../tf.ts';
import { sameShape } from '../ops/kernel.ts';
import type { Gradient, GradientTable } from './gradient.ts';
import { passOn, run, unbroadcast } from './steps.ts';

export const arithmeticGradients: GradientTable = {
  Add: ofTwo(({ dy, a, b }) => ({
    a: () => passOn(dy, a.shape),
    b: () => passOn(dy, b.shape),
  })),
  Sub: ofTwo(({ dy, a, b }) => ({
    a: () => passOn(dy, a.shape),
    b: () => run('Neg', { x: unbroadcast(dy, b.shape) }),
  })),
  Multiply: ofTwo(({ dy, a, b }) => ({
    a: () => unbroadcast(run('Multiply', { a: dy, b }), a.shape),
    b: () => unbroadcast(run('Multiply', { a: dy, b: a }), b.shape),
  })),
  RealDiv: ofTwo(({ dy, a, b }) => ({
    a: () => unbroadcast(run('RealDiv', { a: dy, b }), a.shape),
    b() {
      const above = unbroadcast(run('Multiply', { a: dy, b: a }), b.shape);
      const below = run('Square', { x: b });
      return run('Neg', { x: run('RealDiv', { a: above, b: below }) });
    },
  })),
  SquaredDifference: ofTwo(({ dy, a, b }) => {
    if (!sameShape(a.shape, b.shape)) return undefined;
    return {
      a: () => run('SquareGrad', { dy, x: run('Sub', { a, b }) }),
      b: () => run('SquareGrad', { dy, x: run('Sub', { a: b, b: a }) }),
    };
  }),
  Neg: ({ dy }) => ({ x: () => run('Neg', { x: dy }) }),
  BatchMatMul: ofTwo(({ dy, a, b, attrs: { transposeA, transposeB } }) => ({
    a: () => (transposeA ? product(b, dy, transposeB, true) : product(dy, b, false, !transposeB)),
    b: () => (transposeB ? product(dy, a, true, transposeA) : product(a, dy, !transposeA, false)),
  })),
};

interface TwoInputs {
  dy: tf.Tensor;
  a: tf.Tensor;
  b: tf.Tensor;
  attrs: Record<string, unknown>;
}

/** For two inputs a and b of float32. */
function ofTwo(gradient: (call: TwoInputs) => ReturnType<Gradient>): Gradient {
  return ({ dy, saved: [a, b], attrs }) =>
    a?.dtype === 'float32' && b?.dtype === 'float32' ? gradient({ dy, a, b, attrs }) : undefined;
}

function product(a: tf.Tensor, b: tf.Tensor, transposeA: unknown, transposeB: unknown): tf.Tensor {
  return run('BatchMatMul', { a, b }, { transposeA: !!transposeA, transposeB: !!transposeB });
}
