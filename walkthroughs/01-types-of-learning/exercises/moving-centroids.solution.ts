/**
 * Solution: moving centroids
 * Each centroid moves to the mean of its points, again and again, until each has found its own group.
 *
 * Data:   400 points in four groups, made by code
 * Expect: about 2 seconds
 * Try:    start all four close to (2, 2): is every group still found?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const k = 4;
const steps = 20;

// Data -------------------------------------------------------------------------------------------
const middles = tf.tensor2d([
  [2, 2],
  [5, 8],
  [8, 2],
  [10, 9],
]);
const groups = Array.from({ length: 4 }, (_, i) =>
  tf.randomNormal([100, 2]).mul(0.6).add(middles.slice(i, 1)),
);
const points = tf.concat(groups) as tf.Tensor2D; // [400, 2], group by group

// Model ------------------------------------------------------------------------------------------
/** The cluster of each point: the one whose centroid is nearest. */
function assign(centroids: tf.Tensor2D): tf.Tensor1D {
  const distances = tf.squaredDifference(points.expandDims(1), centroids.expandDims(0)).sum(2);
  return distances.argMin(1) as tf.Tensor1D; // [400]
}

/** Where the centroids move: each to the mean of its points. */
function update(centroids: tf.Tensor2D, clusters: tf.Tensor1D): tf.Tensor2D {
  const members = tf.oneHot(clusters, k).cast('float32'); // [400, 4]: 1 where a point belongs
  const sums = tf.matMul(members, points, true); // [4, 2]
  const sizes = members.sum(0).expandDims(1); // [4, 1]
  return tf.where(sizes.greater(0), sums.div(sizes.maximum(1)), centroids) as tf.Tensor2D; // an empty cluster stays
}

// Training ---------------------------------------------------------------------------------------
// Somewhere between the groups: the border between two of them runs right through a group.
let centroids = tf.tensor2d([
  [1, 1],
  [4, 5.5],
  [7, 3],
  [6.5, 5.5],
]);
for (let step = 0; step < steps; step++) {
  const clusters = assign(centroids);
  showPoints('clusters', points, { step, classes: clusters });
  centroids = update(centroids, clusters);
  const inertia = tf.squaredDifference(points, centroids.gather(clusters)).sum();
  await log({ inertia }, step, steps);
}

// Result -----------------------------------------------------------------------------------------
/** [400], the cluster of each point. */
export const clusters = assign(centroids);
