import * as tf from '../../tf.ts';
import { PortableBackend } from '../backend.ts';
import { arithmeticGradients } from './arithmetic.ts';
import { elementwiseGradients } from './elementwise.ts';
import type { Gradient, GradientTable } from './gradient.ts';
import { shapeGradients } from './shape.ts';
import { softmaxGradients } from './softmax.ts';

const tables: readonly GradientTable[] = [
  softmaxGradients,
  elementwiseGradients,
  arithmeticGradients,
  shapeGradients,
];

/** So that none is put around itself when another backend is made. */
const installed = new WeakSet<tf.GradFunc>();

/**
 * Puts gradients in the place of TensorFlow.js's own that take fewer steps, on the portable engine. Theirs go on
 * serving other backends and gradients of gradients: those must be made of operations that have gradients themselves.
 */
export function installGradients(): void {
  for (const [kernelName, gradient] of tables.flatMap((table) => Object.entries(table))) {
    const stock = tf.getGradient(kernelName);
    if (!stock) throw new Error(`TensorFlow.js has no gradient of ${kernelName}`);
    if (installed.has(stock.gradFunc)) continue;
    const gradFunc = withStock(gradient, stock.gradFunc);
    installed.add(gradFunc);
    tf.registerGradient({ ...stock, gradFunc });
  }
}

function withStock(gradient: Gradient, stock: tf.GradFunc): tf.GradFunc {
  return (dy, saved, attrs) => {
    const backend = tf.engine().backend;
    // The depth is 0 again when the gradients are computed, unless they are themselves differentiated.
    const isFirstOrder = tf.engine().state.gradientDepth === 0;
    if (backend instanceof PortableBackend && isFirstOrder && !Array.isArray(dy)) {
      const ours = gradient({ dy, saved, attrs, backend });
      if (ours) return ours;
    }
    return stock(dy, saved, attrs);
  };
}
