/**
 * Exercise: noise that keeps the width
 * Mixes data with noise at ten times; in the middle the cloud is only 70 % as wide as at both ends.
 *
 * Data:   4,000 points of two moons, scaled to a standard deviation of 1
 * Expect: about 1 second
 * Try:    mend noiseAt, so that the cloud is equally wide at each time
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
  return 1 - signalAt(time); // TODO: what is the variance of the mixture?
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
