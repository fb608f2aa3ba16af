import * as tf from '../../tf.ts';
import type { GradientTable } from './gradient.ts';

export const powerGradients: GradientTable = {
  /** −½ · x^−1.5 · dy, from the reciprocal root instead of a power. */
  Rsqrt({ dy, saved: [x] }) {
    if (x?.dtype !== 'float32') return undefined;
    const derivative = () => {
      const root = tf.rsqrt(x);
      return tf.mul(root, tf.mul(tf.square(root), -0.5));
    };
    return { x: () => tf.mul(dy, derivative()) };
  },
};
