/**
 * Solution: noise that keeps the width
 * Variances of independent numbers add up, so signal² + noise² has to be 1 at each time.
 *
 * Data:   4,000 points of two moons, scaled to a standard deviation of 1
 * Expect: about 1 second
 * Try:    another signalAt, such as Math.cos((Math.PI / 2) * (time / times)): is the cloud still as wide?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const times = 10; // from the data (time 0) to pure noise (time 10)

// Data -------------------------------------------------------------------------------------------
const moons = data.moons({ count: 4000, seed: 1 }).points; // [4000, 2]
const { mean, variance } = tf.moments(moons, 0);
const clean = moons.sub(mean).div(variance.sqrt()); // mean 0, standard deviation 1

// Model ------------------------------------------------------------------------------------------
/** How much of the data is left, 1 to 0. */
export function signalAt(time: number): number {
  return 1 - time / times;
}

/** How much noise is in, 0 to 1. */
export function noiseAt(time: number): number {
  return Math.sqrt(1 - signalAt(time) ** 2); // so that the variances add up to 1
}

// Training ---------------------------------------------------------------------------------------
// Nothing is learned in the forward process.
export const widths: number[] = [];
for (let time = 0; time <= times; time++) {
  const noisy = clean.mul(signalAt(time)).add(tf.randomNormal([4000, 2]).mul(noiseAt(time)));
  showPoints('data to noise', noisy, { step: time });
  const width = tf.moments(noisy).variance.sqrt().arraySync() as number;
  widths.push(width);
  await log({ 'standard deviation': width }, time);
}

// Result -----------------------------------------------------------------------------------------
console.log(`Standard deviations: ${widths.map((width) => width.toFixed(2)).join(', ')}.`);
