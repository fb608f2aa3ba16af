/** Gradients that move or spread what they are given. */
import * as tf from '../../tf.ts';
import type { Gradient, GradientTable } from './gradient.ts';
import { run } from './steps.ts';

export const shapeGradients: GradientTable = {
  Reshape({ dy, saved: [x] }) {
    return x && { x: () => run('Reshape', { x: dy }, { shape: x.shape }) };
  },
  Cast: ({ dy }) => ({ x: () => run('Identity', { x: dy }) }),
  Sum: spread(() => 1),
  Mean: spread((numbers) => 1 / numbers),
};

/**
 * Every number that went into a sum has its gradient, times a factor.
 * TensorFlow.js multiplies by a tensor of ones.
 * @param factorOf gives the factor for the count of numbers in each sum
 */
function spread(factorOf: (numbers: number) => number): Gradient {
  return ({ dy, saved: [x], attrs }) => {
    if (!x || dy.dtype !== 'float32') return undefined;
    const { shape } = x;
    const axes = tf.util.parseAxisParam(attrs.axis as number | number[], shape);
    const from = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    const factor = factorOf(axes.reduce((numbers, axis) => numbers * (shape[axis] ?? 1), 1));
    return { x: () => run('Spread', { x: dy }, { from, shape, factor }) };
  };
}
