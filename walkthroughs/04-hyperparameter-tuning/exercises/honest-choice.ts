/**
 * Exercise: an honest choice
 * Tries seven strengths of L2 regularization, and chooses the one with the lowest loss. But which loss?
 *
 * Data:   8 noisy points of a sine to train on, 100 to validate with
 * Expect: about 4 seconds; the choice is always the weakest penalty, though others do better on new points
 * Try:    choose so that the model is good on points that it did not see
 */
import * as tf from '@tensorflow/tfjs-node';
import { log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const strengths = [0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.3]; // of the L2 penalty
const degree = 11; // far more freedom than 8 points can use
const steps = 600;

// Data -------------------------------------------------------------------------------------------
function noisySine(count: number, seed: number) {
  const x = tf.randomUniform([count, 1], -1, 1, 'float32', seed);
  const y = x
    .mul(4)
    .sin()
    .add(tf.randomNormal([count, 1], 0, 0.35, 'float32', seed + 1));
  const powers = tf.concat(
    Array.from({ length: degree }, (_, i) => x.pow(i + 1)),
    1,
  );
  return { powers, y }; // [count, degree], [count, 1]
}
const train = noisySine(8, 31);
const validation = noisySine(100, 11);

// Model ------------------------------------------------------------------------------------------
function trial(l2: number) {
  const weights = tf.variable(tf.zeros([degree, 1]));
  const loss = ({ powers, y }: typeof train) =>
    tf.losses.meanSquaredError(y, powers.matMul(weights)) as tf.Scalar;
  const optimizer = tf.train.adam(0.2);
  for (let step = 0; step < steps; step++) {
    optimizer.minimize(() => loss(train).add(weights.square().sum().mul(l2)) as tf.Scalar);
  }
  const read = (set: typeof train) => tf.tidy(() => loss(set).dataSync()[0] ?? Number.NaN);
  return { l2, trainingLoss: read(train), validationLoss: read(validation) };
}

// Training ---------------------------------------------------------------------------------------
export const results = strengths.map(trial);
for (const [i, { trainingLoss, validationLoss }] of results.entries()) {
  await log({ loss: trainingLoss, val_loss: validationLoss }, i);
}

// Result -----------------------------------------------------------------------------------------
export const chosen = results.reduce((best, each) =>
  each.trainingLoss < best.trainingLoss ? each : best,
);
console.log(`Chosen: L2 ${chosen.l2}, validation loss ${chosen.validationLoss.toFixed(3)}.`);
