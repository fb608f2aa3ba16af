/**
 * Grid search
 * Learns which learning rate and which strength of regularization suit a small network, by trying every pair of a grid.
 *
 * Data:   two moons of noisy points, made by code: 60 to train on, 300 to validate with
 * Expect: about 5 seconds; 25 trials, and a learning rate that is best for almost every strength
 * Try:    a finer grid around the best pair: how many trials does it cost, and what does it gain?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showMatrix, trials } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const learningRates = [0.001, 0.01, 0.1, 1, 10]; // powers of ten: first find the order of magnitude
const strengths = [0, 0.0001, 0.001, 0.01, 0.1]; // of the L2 penalty on large weights
const units = 16; // in each of two hidden layers
const steps = 60; // of gradient descent in each trial, on all 60 points

// Data -------------------------------------------------------------------------------------------
const train = data.moons({ count: 60, noise: 0.25 }); // points [60, 2], labels [60]
const validation = data.moons({ count: 300, noise: 0.25, seed: 1000 }); // never trained on

// Model ------------------------------------------------------------------------------------------
type Hyperparameters = { learningRate: number; l2: number };

/** Trains a network of two hidden layers with these values: one trial. */
const evaluate = trials(
  async ({ learningRate, l2 }: Hyperparameters) => {
    // The same first weights in every trial: only the hyperparameters make a difference.
    const [w1, w2, w3] = [
      weights([2, units], 1),
      weights([units, units], 2),
      weights([units, 1], 3),
    ];
    const [b1, b2] = [tf.variable(tf.zeros([units])), tf.variable(tf.zeros([units]))];
    const logits = (x: tf.Tensor) =>
      x.matMul(w1).add(b1).tanh().matMul(w2).add(b2).tanh().matMul(w3); // [n, 1]
    const loss = ({ points, labels }: typeof train) =>
      tf.losses.sigmoidCrossEntropy(labels.toFloat().expandDims(1), logits(points)) as tf.Scalar;
    const penalty = () => tf.addN([w1, w2, w3].map((w) => w.square().sum())).mul(l2);

    const optimizer = tf.train.momentum(learningRate, 0.9);
    for (let step = 0; step < steps; step++) {
      const cost = optimizer.minimize(() => loss(train).add(penalty()) as tf.Scalar, true);
      if (cost && step % 5 === 0) await log({ loss: cost, val_loss: loss(validation) }, step);
    }
    return loss(validation);
  },
  { measure: 'validation loss' },
);

function weights(shape: [number, number], seed: number): tf.Variable<tf.Rank.R2> {
  return tf.variable(tf.randomNormal(shape, 0, 1 / Math.sqrt(shape[0]), 'float32', seed));
}

// Training ---------------------------------------------------------------------------------------
// Every pair once. No trial waits for another one, so they run in parallel, as many as the computer has cores.
const grid = learningRates.flatMap((learningRate) => strengths.map((l2) => ({ learningRate, l2 })));
const losses = await Promise.all(grid.map((values) => evaluate(values)));

// What a search that stopped earlier would have found.
for (const [i] of losses.entries()) {
  const best = Math.min(...losses.slice(0, i + 1).filter(Number.isFinite));
  await log({ 'best so far': best }, i + 1);
}

// Result -----------------------------------------------------------------------------------------
// One row a learning rate. The rows differ far more than the columns: most of this grid was spent on values of the
// hyperparameter that matters less. Dark is good. A loss that exploded would leave all others dark: 1 is the end.
const rows = learningRates.map((_, row) =>
  losses
    .slice(row * strengths.length, (row + 1) * strengths.length)
    .map((loss) => Math.min(1, loss)),
);
showMatrix('validation loss, at most 1', rows, {
  rows: learningRates.map((rate) => `rate ${rate}`),
  columns: strengths.map((l2) => `L2 ${l2}`),
});

const best = losses.indexOf(Math.min(...losses.filter(Number.isFinite)));
console.log(
  `Best of ${grid.length}: ${JSON.stringify(grid[best])}, validation loss ${losses[best]?.toFixed(3)}.`,
);
