/**
 * Solution: a step of DDIM
 * Goes to the guessed clean point and back with the same noise, only as much of it as the next time has.
 *
 * Data:   a ring of eight heaps, whose noise can be told by formula: nothing has to be trained
 * Expect: about 1 second
 * Try:    steps = 1, 2, 4: how few are enough for heaps this small?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const steps = 12;
const deviation = 0.1; // of each heap
const count = 500;

// Data -------------------------------------------------------------------------------------------
const angles = tf.range(0, 8).mul(Math.PI / 4);
const heaps = tf.stack([angles.cos(), angles.sin()], 1).mul(1.4) as tf.Tensor2D; // [8, 2]

// Model ------------------------------------------------------------------------------------------
/** The noise guessed to be in x: here as exactly as can be, by Tweedie’s formula. */
function guessNoise(x: tf.Tensor, signal: number, noise: number): tf.Tensor {
  const variance = (signal * deviation) ** 2 + noise ** 2;
  const away = x.expandDims(1).sub(heaps.mul(signal)); // [500, 8, 2], from each heap
  const weights = tf.softmax(
    away
      .square()
      .sum(2)
      .div(-2 * variance),
  ); // [500, 8]
  return away
    .mul(weights.expandDims(2))
    .sum(1)
    .mul(noise / variance); // [500, 2]
}

/** Where a point is at the next time, from the clean point and the noise guessed at this one. */
export function step(
  clean: tf.Tensor,
  epsilon: tf.Tensor,
  signalNext: number,
  noiseNext: number,
): tf.Tensor {
  return clean.mul(signalNext).add(epsilon.mul(noiseNext));
}

// Training ---------------------------------------------------------------------------------------
// None is needed. From time 1 (noise) to time 0 (data); a trace of the signal is left at time 1.
const angleAt = (time: number) => 1.54 * time;
let x: tf.Tensor = tf.randomNormal([count, 2]);
for (let i = 0; i < steps; i++) {
  const [now, next] = [angleAt(1 - i / steps), angleAt(1 - (i + 1) / steps)];
  const epsilon = guessNoise(x, Math.cos(now), Math.sin(now));
  const clean = x.sub(epsilon.mul(Math.sin(now))).div(Math.cos(now));
  x = step(clean, epsilon, Math.cos(next), Math.sin(next));
  showPoints('noise to data', x, { step: i + 1 });
}

// Result -----------------------------------------------------------------------------------------
const distances = x.expandDims(1).sub(heaps).square().sum(2).sqrt().min(1); // [500], to the nearest heap
export const miss = distances.mean().arraySync() as number;
await log({ miss });
console.log(`Mean distance from the nearest heap: ${miss.toFixed(2)}.`);
