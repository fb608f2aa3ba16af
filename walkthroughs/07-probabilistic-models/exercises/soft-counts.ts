/**
 * Exercise: soft counts
 * All Gaussians of this mixture end at one and the same place, though the points are three heaps.
 *
 * Data:   300 points of three heaps on a ring, made by code
 * Expect: about 1 second
 * Try:    let each Gaussian count each point by its share of it
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const components = 3;
const steps = 40;

// Data -------------------------------------------------------------------------------------------
const { points } = data.ring({ count: 300, modes: 3, noise: 0.1 }); // [300, 2]

// Model ------------------------------------------------------------------------------------------
export let means = tf.randomUniform([components, 2], -0.5, 0.5); // of round Gaussians
let variance = tf.fill([components, 1], 0.1); // of x and of y alike
let weights = tf.fill([components, 1], 1 / components);

/** ln of weight · N(point; mean, variance), [components, 300] */
function logDensities(): tf.Tensor2D {
  const apart = points.expandDims(0).sub(means.expandDims(1)).square().sum(2); // [components, 300]
  const height = weights.div(variance.mul(2 * Math.PI)).log();
  return height.sub(apart.div(variance.mul(2))) as tf.Tensor2D;
}

// Training ---------------------------------------------------------------------------------------
for (let step = 1; step <= steps; step++) {
  // Expectation: the share of each Gaussian in each point.
  const logs = logDensities();
  const shares = tf.softmax(logs.transpose()).transpose(); // [components, 300]
  await log({ 'log-likelihood': logs.logSumExp(0).mean() }, step, steps);

  // Maximization: mean, variance and weight of the points.
  const totals = shares.sum(1, true); // [components, 1]
  means = tf.ones([components, 300]).matMul(points).div(300); // TODO: whose points are these?
  const apart = points.expandDims(0).sub(means.expandDims(1)).square().mean(2); // [components, 300]
  variance = shares.mul(apart).sum(1, true).div(totals);
  weights = totals.div(300);
  showPoints('means', means, { step });
}

// Result -----------------------------------------------------------------------------------------
showPoints('points', points, { step: steps });
