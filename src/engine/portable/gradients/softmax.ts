import * as tf from '../../tf.ts';
import type { GradientTable } from './gradient.ts';

export const softmaxGradients: GradientTable = {
  Softmax({ dy, saved: [y] }) {
    if (!y) return undefined;
    return { logits: () => tf.engine().runKernel('SoftmaxGrad', { dy, y }) as tf.Tensor };
  },
};
