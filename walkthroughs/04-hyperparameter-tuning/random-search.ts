/**
 * Random search
 * Learns the same two hyperparameters as grid search with as many trials, but from values drawn at random.
 *
 * Data:   two moons of noisy points, made by code: 300 to train on, 300 to validate with
 * Expect: about 4 seconds; nine random trials beat a 3 × 3 grid in most of ten searches
 * Try:    set `perAxis` to 4: with 16 trials, who wins?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showPoints, trials } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const range = { learningRate: [-5, 1], l2: [-6, -2] } as const; // exponents of ten: each order of magnitude counts alike
const perAxis = 3; // values of each hyperparameter in the grid
const budget = perAxis ** 2; // trials of each search
const searches = 10; // one random search may be lucky: the odds show in ten
const units = 16; // in each of two hidden layers
const steps = 60; // of gradient descent in each trial, on all 300 points

// Data -------------------------------------------------------------------------------------------
const train = data.moons({ count: 300, noise: 0.15 }); // points [300, 2], labels [300]
const validation = data.moons({ count: 300, noise: 0.15, seed: 1000 }); // never trained on

// Model ------------------------------------------------------------------------------------------
type Hyperparameters = { learningRate: number; l2: number };

/** Trains a network of two hidden layers with these values: one trial. */
const evaluate = trials(
  async ({ learningRate, l2 }: Hyperparameters & { search: number }) => {
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
/** From two numbers between 0 and 1. */
function toValues(u: number, v: number): Hyperparameters {
  const between = ([low, high]: readonly [number, number], share: number) =>
    10 ** (low + share * (high - low));
  return { learningRate: between(range.learningRate, u), l2: between(range.l2, v) };
}

const marks = Array.from({ length: perAxis }, (_, i) => i / (perAxis - 1)); // 0, ½, 1
const grid = marks.flatMap((u) => marks.map((v) => toValues(u, v)));
const gridLosses = await Promise.all(grid.map((values) => evaluate({ ...values, search: 0 })));
const gridBest = Math.min(...gridLosses.filter(Number.isFinite));

let wins = 0;
let first: Hyperparameters[] = [];
for (let search = 1; search <= searches; search++) {
  const drawn = Array.from({ length: budget }, () => toValues(Math.random(), Math.random()));
  const losses = await Promise.all(drawn.map((values) => evaluate({ ...values, search })));
  const randomBest = Math.min(...losses.filter(Number.isFinite));
  if (randomBest < gridBest) wins++;
  if (search === 1) first = drawn;
  await log({ grid: gridBest, random: randomBest }, search, searches);
}

// Result -----------------------------------------------------------------------------------------
// Where the trials lie, as exponents of ten. Seen along the important axis, nine grid trials are three, thrice over.
const exponents = [...grid, ...first].map(({ learningRate, l2 }) => [
  Math.log10(learningRate),
  Math.log10(l2),
]);
const classes = exponents.map((_, i) => (i < budget ? 0 : 1)); // 0 is the grid, 1 the first random search
showPoints('learning rate and L2, exponents of ten', exponents, { classes });
console.log(`Random search beat the grid in ${wins} of ${searches} searches of ${budget} trials.`);
