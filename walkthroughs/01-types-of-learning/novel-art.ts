/**
 * Novel art
 * Learns what ornaments have in common, with no labels at all, and draws ornaments that nobody has drawn.
 *
 * Data:   4,000 round ornaments, drawn by code
 * Expect: about 15 seconds; new ornaments, each different from all 4,000 that it has seen
 * Try:    slide imagination to 0, then to 3, while it trains: when is it a copyist, when does it lose the thread?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ imagination: 1 }, { imagination: [0, 3] }); // how far codes are taken from known ones
const codeSize = 16; // numbers that describe an ornament
const noise = 0.4; // standard deviation of the noise on each code while learning
const hiddenUnits = 256;
const learningRate = 0.002; // at first; falls in a straight line, to end on fine steps
const batchSize = 64;
const steps = 1500;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 4000;
const known = data.patterns({ count }).reshape([count, pixels]) as tf.Tensor2D; // [4000, 784]
const unseen = data.patterns({ count: 100, seed: 1000 }).reshape([100, pixels]) as tf.Tensor2D;

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = (inputShape: number[]) =>
  dense({ inputShape, units: hiddenUnits, activation: 'relu' });

// An autoencoder: it describes each ornament by a code of 16 numbers, and draws it again from those.
const encoder = tf.sequential({
  layers: [hidden([pixels]), hidden([hiddenUnits]), dense({ units: codeSize })],
});
const decoder = tf.sequential({
  layers: [
    hidden([codeSize]),
    hidden([hiddenUnits]),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});

/** Takes the codes of known ornaments a random step away, and draws what is there. */
function imagine(ornaments: tf.Tensor2D): tf.Tensor2D {
  const codes = encoder.predict(ornaments) as tf.Tensor2D; // [batch, 16]
  const away = tf.randomNormal(codes.shape, 0, hyper.imagination);
  return decoder.predict(codes.add(away)) as tf.Tensor2D; // [batch, 784]
}

/** For each image the nearest of the known ones, and how far it is: the root of the squared differences' sum. */
function nearestKnown(images: tf.Tensor2D) {
  const products = tf.matMul(images, known, false, true).mul(2); // [batch, 4000]
  const squares = images.square().sum(1, true).add(known.square().sum(1)).sub(products);
  return { index: squares.argMin(1), distance: squares.min(1).relu().sqrt() }; // [batch] each
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);

/** How far copies are from their originals, and codes from 0. */
function loss(ornaments: tf.Tensor): tf.Scalar {
  const codes = encoder.apply(ornaments) as tf.Tensor;
  const noisy = codes.add(tf.randomNormal(codes.shape, 0, noise)); // neighbours must draw alike
  const error = tf.losses.logLoss(ornaments, decoder.apply(noisy) as tf.Tensor).mul(pixels);
  return error.add(codes.square().sum(1).mean().div(2)).asScalar();
}

for (let step = 1; step <= steps; step++) {
  const cost = optimizer.minimize(() => {
    const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
    return loss(known.gather(chosen));
  }, true);
  Object.assign(optimizer, { learningRate: learningRate * (1 - (0.9 * step) / steps) });
  if (cost) await log({ loss: cost }, step, steps);
  cost?.dispose();
  if (step % 150 === 0) tf.tidy(() => showArt());
}

/** New ornaments in the upper row, the nearest known one below each. */
function showArt(): void {
  const art = imagine(known.slice(0, 10) as tf.Tensor2D); // [10, 784]
  const { index, distance } = nearestKnown(art);
  const labels = Array.from(distance.dataSync(), (each) => each.toFixed(1));
  const rows = tf.concat([art, known.gather(index.cast('int32'))]); // [20, 784]
  showImages('new above, nearest known below', rows, {
    columns: 10,
    labels: [...labels, ...labels],
  });
}

// Result -----------------------------------------------------------------------------------------
// Copies would be at distance 0. Ornaments from the same source as the known ones are a fair comparison.
const art = imagine(known.slice(0, 100) as tf.Tensor2D); // [100, 784]
showImages('new ornaments', art, { columns: 10 });
await log({
  'distance of new ones to the nearest known': nearestKnown(art).distance.mean(),
  'distance of unseen real ones': nearestKnown(unseen).distance.mean(),
  'smallest distance of a new one': nearestKnown(art).distance.min(),
});
