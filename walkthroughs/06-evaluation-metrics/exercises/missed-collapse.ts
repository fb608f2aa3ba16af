/**
 * Exercise: the missed collapse
 * This Inception Score gives a generator that only ever draws 4s as good a mark as one that draws all digits.
 *
 * Data:   200 digits of all kinds, and 200 that are all 4s, drawn by code
 * Expect: about 1 second
 * Try:    take p(y) from the set itself
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const count = 200;

// Data -------------------------------------------------------------------------------------------
const sets = {
  'all ten': data.digits({ count }).images, // [200, 28, 28, 1]
  'only 4s': data.digits({ count, classes: [4] }).images,
};

// Model ------------------------------------------------------------------------------------------
/**
 * Inception Score: exp of the mean KL divergence of p(y|x) from p(y).
 * @param probabilities [count, classes]: p(y|x), a row for each picture
 */
export function score(probabilities: tf.Tensor2D): number {
  return tf.tidy(() => {
    const classes = probabilities.shape[1];
    const marginal = tf.fill([1, classes], 1 / classes); // TODO: is this what the set shows?
    const ratios = probabilities.add(1e-12).div(marginal.add(1e-12));
    const divergence = probabilities.mul(ratios.log()).sum(1); // [count]
    return divergence.mean().exp().dataSync()[0] ?? Number.NaN;
  });
}

// Training ---------------------------------------------------------------------------------------
// There is none: the classifier of digits comes with the course.

// Result -----------------------------------------------------------------------------------------
for (const [name, images] of Object.entries(sets)) {
  showImages(name, images.slice(0, 20), { columns: 10 });
  const probabilities = metrics.digitProbabilities(images);
  await log({ [name]: score(probabilities) });
  tf.dispose(probabilities);
}
