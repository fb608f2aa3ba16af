/**
 * Solution: choose by the right loss
 * The points that no polynomial learned from decide, so the one that follows the wave wins.
 *
 * Data:   20 noisy points of a wave to learn from, 100 others to validate with
 * Expect: about 5 seconds
 * Try:    count: 200 points to learn from. Which degree wins now?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const degrees = [1, 3, 5, 7, 9, 11, 13, 15];
const learningRate = 0.05;
const steps = 400;

// Data -------------------------------------------------------------------------------------------
const train = data.wave({ count: 20, seed: 3 }); // x and y: [20, 1]
const validation = data.wave({ count: 100, seed: 1000 });
type Points = typeof train;

/** x to the powers 0 to n, as Legendre polynomials. */
function powers(x: tf.Tensor, degree: number): tf.Tensor2D {
  const columns = [tf.onesLike(x), x];
  for (let n = 1; n < degree; n++) {
    const [before, last] = columns.slice(-2) as [tf.Tensor, tf.Tensor];
    const next = x.mul(last).mul(2 * n + 1);
    columns.push(next.sub(before.mul(n)).div(n + 1));
  }
  return tf.concat(columns, 1) as tf.Tensor2D; // [count, degree + 1]
}

// Model ------------------------------------------------------------------------------------------
/** The polynomial with these weights. */
function curve(x: tf.Tensor, weights: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(powers(x, weights.shape[0] - 1), weights); // [count, 1]
}

function lossOf(weights: tf.Tensor2D, { x, y }: Points): number {
  return tf.tidy(() => curve(x, weights).sub(y).square().mean().dataSync()[0] ?? Number.NaN);
}

/** The weights of the polynomial of this degree that gradient descent finds. */
function learn(degree: number): tf.Tensor2D {
  const weights = tf.variable(tf.zeros<tf.Rank.R2>([degree + 1, 1]));
  const inputs = tf.tidy(() => powers(train.x, degree));
  const optimizer = tf.train.adam(learningRate);
  for (let step = 0; step < steps; step++) {
    optimizer.minimize(() => inputs.matMul(weights).sub(train.y).square().mean().asScalar());
  }
  return weights;
}

// Training ---------------------------------------------------------------------------------------
let best: tf.Tensor2D = tf.zeros([2, 1]);
let bestScore = Number.POSITIVE_INFINITY;
for (const degree of degrees) {
  const weights = learn(degree);
  const score = lossOf(weights, validation);
  if (score < bestScore) {
    bestScore = score;
    best = weights;
  }
  const losses = { training: lossOf(weights, train), validation: lossOf(weights, validation) };
  await log(losses, degree);
}

// Result -----------------------------------------------------------------------------------------
export function predict(x: tf.Tensor): tf.Tensor {
  return curve(x, best);
}
console.log(`Chosen: degree ${best.shape[0] - 1}`);
