/**
 * Solution: the backward pass by hand
 * A single neuron that parts two heaps of points, with gradients by the chain rule.
 *
 * Data:   300 points in two heaps
 * Expect: about 2 seconds
 * Try:    learningRate = 0.01: how far does it get in as many steps?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const learningRate = 1;
const steps = 100;

// Data -------------------------------------------------------------------------------------------
const count = 300;
const heaps = data.ring({ count, modes: 2, noise: 0.25 });
const points = heaps.points; // [300, 2]
const labels = heaps.labels.cast('float32').reshape([count, 1]) as tf.Tensor2D; // [300, 1]

// Model ------------------------------------------------------------------------------------------
let weights = tf.tensor2d([[0.1], [-0.2]]); // [2, 1]
let bias = tf.scalar(0);

/** Forward pass: the probability of class 1, for each point. */
export function forward(points: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(points, weights).add(bias).sigmoid() as tf.Tensor2D; // [n, 1]
}

/** Backward pass: how the mean of −ln p(right class) changes with the weights and with the bias. */
export function backward(points: tf.Tensor2D, answers: tf.Tensor2D, labels: tf.Tensor2D) {
  const errors = answers.sub(labels) as tf.Tensor2D; // ∂loss/∂sum of each point, [n, 1]
  return {
    weights: tf.matMul(points, errors, true).div(points.shape[0]) as tf.Tensor2D, // [2, 1]
    bias: errors.mean() as tf.Scalar,
  };
}

// Training ---------------------------------------------------------------------------------------
for (let step = 1; step <= steps; step++) {
  const answers = forward(points);
  const gradients = backward(points, answers, labels);
  weights = weights.sub(gradients.weights.mul(learningRate));
  bias = bias.sub(gradients.bias.mul(learningRate));
  await log({ loss: tf.losses.logLoss(labels, answers) }, step, steps);
}

// Result -----------------------------------------------------------------------------------------
const right = forward(points).round().equal(labels).mean();
console.log(
  `${(100 * (right.dataSync()[0] ?? 0)).toFixed(0)} % of the points are put into their heap.`,
);
