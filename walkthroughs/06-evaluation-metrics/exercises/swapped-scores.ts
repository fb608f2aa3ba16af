/**
 * Exercise: swapped scores
 * Precision and recall have changed places here, and F1 hides a bad one of the two.
 *
 * Data:   950 digits of other kinds and 50 7s, drawn by code, with noise
 * Expect: about 1 second
 * Try:    find which count belongs below which, then let F1 be low wherever one of them is
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const threshold = 0.5; // a probability of at least so much is named a 7
const noise = 0.6; // standard deviation; ink is 1

// Data -------------------------------------------------------------------------------------------
const rest = data.digits({ count: 950, classes: [0, 1, 2, 3, 4, 5, 6, 8, 9] }).images;
const sevens = data.digits({ count: 50, classes: [7] }).images;
const clean = tf.concat([rest, sevens]); // [1000, 28, 28, 1]
const images = clean.add(tf.randomNormal(clean.shape, 0, noise));
const truth = Array.from({ length: 1000 }, (_, i) => Number(i >= 950)); // 1 is a 7

// Model ------------------------------------------------------------------------------------------
const sevenness = metrics.digitProbabilities(images).gather([7], 1).dataSync();
const named = Array.from(sevenness, (probability) => Number(probability >= threshold));

/** Precision, recall and F1 of one class, from three of the four counts. */
export function scores(hits: number, falseAlarms: number, misses: number) {
  const precision = hits / (hits + misses); // TODO: of what was named a 7, the share that is
  const recall = hits / (hits + falseAlarms); // TODO: of the 7s, the share that was named
  const F1 = (precision + recall) / 2; // TODO: the harmonic mean
  return { precision, recall, F1 };
}

// Training ---------------------------------------------------------------------------------------
// There is none: the classifier of digits comes with the course.

// Result -----------------------------------------------------------------------------------------
const confusion = metrics.confusionMatrix(truth, named, 2); // [is another, is a 7], [named another, named 7]
const [[, falseAlarms = 0] = [], [misses = 0, hits = 0] = []] = confusion;
showMatrix('confusion matrix', confusion, {
  rows: ['is another', 'is a 7'],
  columns: ['named another', 'named 7'],
});
await log(scores(hits, falseAlarms, misses));
