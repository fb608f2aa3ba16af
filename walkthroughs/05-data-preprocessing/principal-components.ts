/**
 * Principal component analysis
 * Finds the few directions in which drawn digits differ most, puts each digit into two numbers, and draws it again.
 *
 * Data:   2,000 handwritten digits of 784 pixels, drawn by code; no labels are used but for colours
 * Expect: about 5 seconds; 2 of 784 components explain about a fifth of the variance, 20 almost three quarters
 * Try:    classes: [4, 9] in both calls of data.digits: does one component tell them apart?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const components = 20;
const spare = 10; // iterated as well, so that the last of the components has settled
const rounds = 500; // neighbours of nearly equal variance part slowly

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const { images, labels } = data.digits({ count: 2000 });
// Your own pictures: … = await data.loadImageFolder('faces', { size: 28 });
const table = images.reshape([-1, pixels]); // [2000, 784]: a column is a pixel
const shown = data.digits({ count: 10, seed: 1000 }).images.reshape([-1, pixels]); // [10, 784]

// Model ------------------------------------------------------------------------------------------
// How much each pair of pixels rises and falls together.
const mean = table.mean(0); // [784]
const covariance = tf.tidy(() => {
  const centred = table.sub(mean);
  return tf.matMul(centred, centred, true, false).div(centred.shape[0] ?? 1) as tf.Tensor2D;
}); // [784, 784]
const total = tf.tidy(() => tf.sum(covariance.mul(tf.eye(pixels))).arraySync() as number);

/** [count, components]: how far each picture lies along each direction. */
function encode(pictures: tf.Tensor, directions: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(pictures.sub(mean), directions, false, true);
}

/** [count, 784]: the mean picture and so much of each direction. */
function decode(codes: tf.Tensor2D, directions: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(codes, directions).add(mean);
}

// Training ---------------------------------------------------------------------------------------
// Orthogonal iteration (Golub & Van Loan, section 8.2.4): multiplying with the covariance turns every direction
// towards the strongest one; Gram–Schmidt keeps them at right angles, so that they find one each.
let directions = tf.randomNormal([components + spare, pixels]) as tf.Tensor2D; // [30, 784]
for (let round = 0; round < rounds; round++) {
  const next = tf.tidy(() => tf.linalg.gramSchmidt(tf.matMul(directions, covariance)));
  directions.dispose();
  directions = next as tf.Tensor2D;
}
const found = directions.slice(0, components); // [20, 784]

// Result -----------------------------------------------------------------------------------------
// The variance along a direction d is d · C · d; its share of the total is what d explains.
const variances = tf.tidy(() => tf.sum(tf.matMul(found, covariance).mul(found), 1).dataSync());
let explained = 0;
for (const [i, variance] of variances.entries()) {
  explained += variance / total;
  await log({ 'explained variance': explained }, i + 1, components);
}

tf.tidy(() => {
  showPoints('two components', encode(table, found.slice(0, 2)), { classes: labels });

  const strongest = found.abs().max(1, true); // [20, 1]
  showImages('components', found.div(strongest), { columns: 10, range: [-1, 1] });

  // The originals, then what 2, 5, 10 and 20 numbers give back of each.
  const rebuilt = [2, 5, 10, components].map((k) => {
    const first = found.slice(0, k);
    return decode(encode(shown, first), first);
  });
  showImages('originals, then from 2, 5, 10, 20 numbers', tf.concat([shown, ...rebuilt]), {
    columns: 10,
  });
});
