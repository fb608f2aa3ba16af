/**
 * Customer segmentation
 * Learns groups of similar customers by k-means clustering, with no labels to say which groups there are.
 *
 * Data:   500 customers of a shop, made by code: mean amount, purchases a month, mean hour of the day
 * Expect: about 1 second; four clusters that match the four hidden segments, and an elbow at k = 4
 * Try:    k = 6: which segments are split, and does the elbow plot warn you?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const k = 4; // number of clusters: ours to choose
const restarts = 6; // from other starting points: a bad start can end in bad clusters
const mostK = 8; // the elbow plot goes up to this many clusters

// Data -------------------------------------------------------------------------------------------
const { features } = data.customers({ count: 500 }); // [500, 3]; its `segments` stay hidden from us
// Euros would outweigh hours, so each feature is scaled to mean 0 and standard deviation 1.
const { mean, variance } = tf.moments(features, 0); // [3]
const standardize = (raw: tf.Tensor) => raw.sub(mean).div(variance.sqrt()) as tf.Tensor2D;
const customers = standardize(features); // [500, 3]

// Model ------------------------------------------------------------------------------------------
// All there is to learn is k centroids, each the middle of its cluster.

/** Squared distance of each customer to each centroid, [customers, k]. */
function squaredDistances(points: tf.Tensor2D, centroids: tf.Tensor2D): tf.Tensor2D {
  return tf.squaredDifference(points.expandDims(1), centroids.expandDims(0)).sum(2) as tf.Tensor2D;
}

/** Assign: each customer belongs to the nearest centroid. */
function assign(points: tf.Tensor2D, centroids: tf.Tensor2D): tf.Tensor1D {
  return squaredDistances(points, centroids).argMin(1) as tf.Tensor1D; // [customers]
}

/** Update: each centroid moves to the mean of its customers. */
function update(clusters: tf.Tensor1D, count: number): tf.Tensor2D {
  const members = clusters.expandDims(1).equal(tf.range(0, count)).cast('float32'); // [customers, k]
  const sizes = members.sum(0).maximum(1).expandDims(1); // [k, 1]; an empty cluster divides by 1
  return tf.matMul(members, customers, true).div(sizes) as tf.Tensor2D; // [k, 3]
}

/** Centroids far apart: the farther a customer from those so far, the likelier it is the next (k-means++). */
function start(count: number): tf.Tensor2D {
  let centroids = customers.gather(tf.randomUniform([1], 0, 500, 'int32')) as tf.Tensor2D;
  while (centroids.shape[0] < count) {
    const nearest = squaredDistances(customers, centroids).min(1).add(1e-9); // [customers]
    const next = tf.multinomial(nearest.log() as tf.Tensor1D, 1) as tf.Tensor1D;
    centroids = centroids.concat(customers.gather(next));
  }
  return centroids;
}

// Training ---------------------------------------------------------------------------------------
/** Assign and update in turns, until no customer changes its cluster. */
function kMeans(count: number) {
  const steps: { clusters: number[]; centroids: number[][]; inertia: number }[] = [];
  let changes = 1;
  tf.tidy(() => {
    let centroids = start(count);
    for (let last = tf.zeros([500], 'int32'); changes > 0; ) {
      const clusters = assign(customers, centroids);
      // Inertia: all squared distances to the own centroid, added up. It never rises.
      const inertia = squaredDistances(customers, centroids).min(1).sum();
      steps.push({
        clusters: clusters.arraySync(),
        centroids: centroids.arraySync(),
        inertia: inertia.arraySync() as number,
      });
      changes = clusters.notEqual(last).sum().arraySync() as number;
      [centroids, last] = [update(clusters, count), clusters];
    }
  });
  return steps;
}

/** The best of several starts: a bad start can end in bad clusters. */
function best(count: number) {
  const runs = Array.from({ length: restarts }, () => kMeans(count));
  const end = (steps: (typeof runs)[number]) => steps.at(-1)?.inertia ?? 0;
  return runs.reduce((good, next) => (end(next) < end(good) ? next : good));
}

const learned = best(k);
const plane = tf.gather(features, [0, 2], 1); // [500, 2]: amount across, hour up
for (const [step, { clusters, inertia }] of learned.entries()) {
  await log({ inertia }, step, learned.length);
  showPoints('clusters: amount, hour', plane, { step, classes: clusters });
}

// Result -----------------------------------------------------------------------------------------
// The elbow: up to the right k inertia falls steeply, beyond it only slowly.
const ks = Array.from({ length: mostK }, (_, i) => i + 1);
const inertias = ks.map((count) => best(count).at(-1)?.inertia ?? 0);
showCurve('elbow', ks, { inertia: inertias }, { xLabel: 'clusters k', yLabel: 'inertia' });

// A new customer: 85 € at a time, 4 purchases a month, about 18 h.
const centroids = tf.tensor2d(learned.at(-1)?.centroids ?? []); // [k, 3]
const [segment = 0] = assign(standardize(tf.tensor2d([[85, 4, 18]])), centroids).arraySync();
const typical = centroids.mul(variance.sqrt()).add(mean).arraySync() as number[][]; // [k, 3]
const [amount = 0, frequency = 0, hour = 0] = typical[segment] ?? [];
console.log(
  `The new customer belongs to those who spend ${amount.toFixed(0)} €, ${frequency.toFixed(1)} times a month, at about ${hour.toFixed(0)} h.`,
);
