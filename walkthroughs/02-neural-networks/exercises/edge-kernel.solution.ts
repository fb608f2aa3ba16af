/**
 * Solution: a kernel for upright edges
 * The left column takes away what the right one adds: only a change from left to right is left over.
 *
 * Data:   12 handwritten digits, drawn by code
 * Expect: about 1 second
 * Try:    turn the kernel by a quarter: which edges does it find now?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const kernel = [
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
];

// Data -------------------------------------------------------------------------------------------
const { images } = data.digits({ count: 12 }); // [12, 28, 28, 1]

// Model ------------------------------------------------------------------------------------------
const filter = tf.tensor2d(kernel).reshape([3, 3, 1, 1]) as tf.Tensor4D;

/** The kernel's sum at every place where all of it fits. */
export function featureMap(pictures: tf.Tensor4D): tf.Tensor4D {
  return tf.conv2d(pictures, filter, 1, 'valid'); // [count, height − 2, width − 2, 1]
}

// Training ---------------------------------------------------------------------------------------
// None: here the weights are chosen by hand.

// Result -----------------------------------------------------------------------------------------
const maps = featureMap(images); // [12, 26, 26, 1]
showImages('digits', images, { columns: 12 });
showImages('what the kernel finds', tf.relu(maps).div(4), { columns: 12 });
await log({ 'largest answer': maps.max() });
