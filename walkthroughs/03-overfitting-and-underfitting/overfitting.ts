/**
 * Underfitting, good fit, overfitting
 * Learns one noisy curve six times: with models too simple for it, with some that fit, and with some too flexible.
 *
 * Data:   20 noisy points of a wave to learn from, 200 others to validate with
 * Expect: about 5 seconds; validation loss about 0.45 at degree 1, 0.12 at degree 5, far higher at degree 15
 * Try:    count: 200 points to learn from. What becomes of degree 15?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const degrees = [1, 5, 15]; // of polynomials: underfit, good fit, overfit
const hiddenUnits = [1, 4, 128]; // in each of the two hidden layers of a network
const learningRate = 0.02;
const steps = 1000;

// Data -------------------------------------------------------------------------------------------
const train = data.wave({ count: 20 }); // x and y: [20, 1]
const validation = data.wave({ count: 200, seed: 1000 }); // points that no model learns from
const truth = data.wave({ count: 200, seed: 1000, noise: 0 }); // at the same x, the curve itself

showPoints('what the models learn from', tf.concat([train.x, train.y], 1));

/** x to the powers 0 to n, as Legendre polynomials: the same curves, but gradient descent finds them sooner. */
function powers(x: tf.Tensor, degree: number): tf.Tensor {
  const columns = [tf.onesLike(x), x];
  for (let n = 1; n < degree; n++) {
    const [before, last] = columns.slice(-2) as [tf.Tensor, tf.Tensor];
    const next = x.mul(last).mul(2 * n + 1);
    columns.push(next.sub(before.mul(n)).div(n + 1));
  }
  return tf.concat(columns, 1); // [count, degree + 1]
}

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;

/** A polynomial is a linear model of powers of x: one weight a power. */
function polynomial(degree: number) {
  const layers = [dense({ inputShape: [degree + 1], units: 1, useBias: false })];
  return learner(`degree ${degree}`, layers, (x) => powers(x, degree));
}

function network(units: number) {
  const hidden = { units, activation: 'tanh' } as const;
  const layers = [dense({ inputShape: [1], ...hidden }), dense(hidden), dense({ units: 1 })];
  return learner(`${units} hidden`, layers, (x) => x);
}

/** A model with its optimizer and what it is given for each set of points. */
function learner(name: string, layers: tf.layers.Layer[], inputOf: (x: tf.Tensor) => tf.Tensor) {
  const model = tf.sequential({ layers });
  const predict = (input: tf.Tensor) => model.apply(input) as tf.Tensor;
  const [seen, unseen] = [tf.tidy(() => inputOf(train.x)), tf.tidy(() => inputOf(truth.x))];
  return { name, predict, seen, unseen, optimizer: tf.train.adam(learningRate) };
}

const polynomials = degrees.map(polynomial);
const networks = hiddenUnits.map(network);
const models = [...polynomials, ...networks];
type Learner = (typeof models)[number];

const trainingLoss = ({ predict, seen }: Learner) =>
  tf.losses.meanSquaredError(train.y, predict(seen)).asScalar();
const validationLoss = ({ predict, unseen }: Learner) =>
  tf.losses.meanSquaredError(validation.y, predict(unseen)).asScalar();

// Training ---------------------------------------------------------------------------------------
for (let step = 0; step <= steps; step++) {
  for (const model of models) model.optimizer.minimize(() => trainingLoss(model));
  if (step % 20 === 0) await logLosses(step);
  if (step % 200 === 0) showFits(step);
}

/** Training and validation loss of each model: together, they tell which of the three it is. */
function logLosses(step: number): Promise<void> {
  const losses = models.flatMap((model) => [
    [`training ${model.name}`, tf.tidy(() => trainingLoss(model).dataSync()[0] ?? 0)],
    [`validation ${model.name}`, tf.tidy(() => validationLoss(model).dataSync()[0] ?? 0)],
  ]);
  return log(Object.fromEntries(losses), step, steps);
}

// Result -----------------------------------------------------------------------------------------
/** The curves that the models have learned so far, beside the one behind the points. */
function showFits(step: number): void {
  for (const [name, family] of Object.entries({ polynomials, networks })) {
    tf.tidy(() => {
      const fits = family.map((model) => [model.name, model.predict(model.unseen)]);
      const lines = { truth: truth.y, ...Object.fromEntries(fits) };
      showCurve(name, truth.x, lines, { step, xLabel: 'x', yLabel: 'y' });
    });
  }
}
