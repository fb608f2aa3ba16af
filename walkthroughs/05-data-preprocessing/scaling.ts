/**
 * Scaling
 * Learns prices of houses three times with the same model: from raw numbers, from min-max scaled and from standardized ones.
 *
 * Data:   400 houses with area, rooms, age and distance, made by code
 * Expect: about 3 seconds; standardized features need about 5 steps to a loss of 0.05, raw ones more than 1,000
 * Try:    scale only the distance: which of the four columns does the harm?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const steps = 1000; // for each of the three
const trialSteps = 30; // to find the learning rate that suits each best
const rates = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9];

// Data -------------------------------------------------------------------------------------------
const { features, targets: prices } = data.houses({ count: 400 }); // [400, 4], [400, 1]
// Your own table: … = await data.loadCsv('houses.csv', { target: 'price' });

/** Mean 0 and standard deviation 1 in each column. */
function standardize(table: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(table, 0);
  return table.sub(mean).div(variance.sqrt());
}

/** From 0, the least of each column, to 1, the greatest. */
function minMax(table: tf.Tensor): tf.Tensor {
  const [least, greatest] = [table.min(0), table.max(0)];
  return table.sub(least).div(greatest.sub(least));
}

const inputs: Record<string, tf.Tensor> = {
  raw: features,
  'min-max': minMax(features),
  standardized: standardize(features),
};
const targets = standardize(prices); // the same for all three: the loss of "always the mean" is 1

// Model ------------------------------------------------------------------------------------------
// A weighted sum of the four columns, trained from zero by gradient descent on all houses at once.
function linearModel(): tf.Sequential {
  const layer = tf.layers.dense({ inputShape: [4], units: 1, kernelInitializer: 'zeros' });
  return tf.sequential({ layers: [layer] });
}

/** Losses before each step; NaN or infinite once the learning rate is too high. */
function descend(input: tf.Tensor, rate: number, count: number): number[] {
  const model = linearModel();
  const optimizer = tf.train.sgd(rate);
  const losses = Array.from({ length: count }, () => {
    const step = () => tf.losses.meanSquaredError(targets, model.apply(input) as tf.Tensor);
    return tf.tidy(() => optimizer.minimize(() => step() as tf.Scalar, true)?.arraySync() ?? NaN);
  });
  model.dispose();
  return losses;
}

/** The rate with the lowest loss after a few steps; each kind of input gets the one that suits it best. */
function bestRate(input: tf.Tensor): number {
  const lossOf = (rate: number) => descend(input, rate, trialSteps).at(-1) ?? NaN;
  const trials = rates.map((rate) => ({ rate, loss: lossOf(rate) }));
  const stable = trials.filter(({ loss }) => Number.isFinite(loss));
  return stable.reduce((best, trial) => (trial.loss < best.loss ? trial : best)).rate;
}

// Training ---------------------------------------------------------------------------------------
const losses: Record<string, number[]> = {};
for (const [name, input] of Object.entries(inputs)) {
  const rate = bestRate(input);
  losses[name] = descend(input, rate, steps);
  console.log(`${name}: learning rate ${rate}, last loss ${losses[name].at(-1)?.toFixed(3)}`);
}
for (let step = 0; step < steps; step++) {
  const now = Object.entries(losses).map(([name, values]) => [name, values[step] ?? NaN] as const);
  await log(Object.fromEntries(now), step, steps);
}

// Result -----------------------------------------------------------------------------------------
// How many steps each needs to explain 95 % of the variance of the prices: a loss of 0.05.
const stepNumbers = Array.from({ length: steps }, (_, step) => step);
showCurve('loss by step', stepNumbers, losses, { xLabel: 'step', yLabel: 'loss' });
for (const [name, values] of Object.entries(losses)) {
  const reached = values.findIndex((loss) => loss <= 0.05);
  console.log(`${name}: loss 0.05 ${reached < 0 ? `not in ${steps} steps` : `at step ${reached}`}`);
}
