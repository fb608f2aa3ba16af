/**
 * Exercise: letters without forgetting digits
 * Learning letters moves the layers that both networks share, and the one for digits forgets what it knew.
 *
 * Data:   2,000 digits to learn from first, 120 letters to learn from then, drawn by code
 * Expect: about 3 seconds
 * Try:    make the shared layers keep their weights while letters are learned
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const rates = { digits: 0.005, letters: 0.03 };
const epochs = { digits: 5, letters: 30 };

// Data -------------------------------------------------------------------------------------------
const size = 14; // pixels, each way
const digits = data.digits({ count: 2000, size });
const letters = data.letters({ count: 120, size, classes: 'ABCDEFGH' }); // labels 0 to 7

// Model ------------------------------------------------------------------------------------------
const { dense, flatten } = tf.layers;
const features = [
  flatten({ inputShape: [size, size, 1] }),
  dense({ units: 64, activation: 'relu' }), // [64]
];
// Two networks that share the layers below their answers.
export const digitsNetwork = tf.sequential({
  layers: [...features, dense({ units: 10, activation: 'softmax' })],
});
export const lettersNetwork = tf.sequential({
  layers: [...features, dense({ units: 8, activation: 'softmax' })],
});
const compile = (model: tf.LayersModel, rate: number) =>
  model.compile({
    optimizer: tf.train.adam(rate),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });

// Training ---------------------------------------------------------------------------------------
compile(digitsNetwork, rates.digits);
await digitsNetwork.fit(digits.images, digits.labels.toFloat(), { epochs: epochs.digits });

compile(lettersNetwork, rates.letters);
await lettersNetwork.fit(letters.images, letters.labels.toFloat(), { epochs: epochs.letters });

// Result -----------------------------------------------------------------------------------------
const right = (model: tf.LayersModel, { images, labels }: typeof digits) =>
  (model.predict(images) as tf.Tensor).argMax(1).equal(labels).mean();
await log({ digits: right(digitsNetwork, digits), letters: right(lettersNetwork, letters) });
