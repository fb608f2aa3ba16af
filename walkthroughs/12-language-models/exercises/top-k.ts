/**
 * Exercise: cooler, and only the best k
 * Draws characters from logits; its dials do not do what their names say.
 *
 * Data:   logits of eight characters
 * Expect: a second; at a low temperature nearly always the likeliest, with top-k of 3 never any but three
 * Try:    divide the logits, not the probabilities, and leave out all but the k likeliest
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const temperature = 0.5;
const topK = 3;

// Data -------------------------------------------------------------------------------------------
const names = 'etaonihs';
const logits = tf.tensor1d([2, 1.6, 1.4, 1.1, 0.7, 0.2, -0.4, -1]);

// Model ------------------------------------------------------------------------------------------
/** Probabilities of the k likeliest at a temperature; 0 for the others. @param logits [n] */
export function probabilities(logits: tf.Tensor1D, temperature: number, topK: number): tf.Tensor1D {
  console.log(`At temperature ${temperature}, from the ${topK} likeliest.`);
  return tf.softmax(logits).div(temperature) as tf.Tensor1D;
}

// Training ---------------------------------------------------------------------------------------
// There is nothing to train: the logits are given.

// Result -----------------------------------------------------------------------------------------
const odds = probabilities(logits, temperature, topK);
await log({ sum: odds.sum() });
const shares = [...names].map((name, i) => `${name} ${(odds.arraySync()[i] ?? 0).toFixed(3)}`);
showText('probabilities', shares.join('\n'));
