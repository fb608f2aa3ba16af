/**
 * Exercise: orders of magnitude
 * Searches for a learning rate between 0.0001 and 1 at random, trying each order of magnitude as often as any other.
 *
 * Data:   200 points on a noisy line whose x runs from 0 to 20
 * Expect: a second; a quarter of the rates drawn lie in each order of magnitude
 * Try:    draw rates up to 10: what becomes of the share of useful trials?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const lowest = 0.0001;
const highest = 1;
const trials = 40;
const steps = 30; // of gradient descent in each trial

// Data -------------------------------------------------------------------------------------------
const x = tf.linspace(0, 20, 200); // [200]
const y = x.mul(0.5).add(tf.randomNormal([200], 0, 0.2));

// Model ------------------------------------------------------------------------------------------
/** Fits the slope of a line, and returns the loss it reaches. */
function train(learningRate: number): number {
  const slope = tf.variable(tf.scalar(0));
  const loss = () => tf.losses.meanSquaredError(y, x.mul(slope)) as tf.Scalar;
  const optimizer = tf.train.sgd(learningRate);
  for (let step = 0; step < steps; step++) optimizer.minimize(loss);
  return tf.tidy(() => loss().dataSync()[0] ?? Number.NaN);
}

// Training ---------------------------------------------------------------------------------------
/** One rate, drawn at random. */
export function draw(): number {
  return lowest * (highest / lowest) ** Math.random(); // the exponent is drawn evenly
}

export const rates = Array.from({ length: trials }, draw);
export const losses = rates.map(train);
for (const [i, loss] of losses.entries()) await log({ loss, rate: rates[i] ?? 0 }, i + 1);

// Result -----------------------------------------------------------------------------------------
const usable = losses.filter((loss) => loss < 1).length;
console.log(`${usable} of ${trials} trials reached a loss below 1.`);
