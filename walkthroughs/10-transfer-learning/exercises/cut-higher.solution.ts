/**
 * Solution: cut in the right place
 * The answer for digits is cut off; letters are learned from the 64 features below it.
 *
 * Data:   2,000 digits to learn from first, 120 letters to learn from then, drawn by code
 * Expect: about 3 seconds; most letters are read right
 * Try:    cut even earlier, at the flat pixels: is the network for digits of any use then?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const learningRate = 0.005;
const epochs = { digits: 5, letters: 30 };

// Data -------------------------------------------------------------------------------------------
const size = 14; // pixels, each way
const digits = data.digits({ count: 2000, size });
const letters = data.letters({ count: 120, size, classes: 'ABCDEFGH' }); // labels 0 to 7

// Model ------------------------------------------------------------------------------------------
const { dense, flatten } = tf.layers;
const compile = (model: tf.LayersModel) =>
  model.compile({
    optimizer: tf.train.adam(learningRate),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
const digitsNetwork = tf.sequential({
  layers: [
    flatten({ inputShape: [size, size, 1] }),
    dense({ units: 64, activation: 'relu', name: 'strokes' }), // [64]
    dense({ units: 10, activation: 'softmax', name: 'answer' }), // [10]
  ],
});

// Training ---------------------------------------------------------------------------------------
compile(digitsNetwork);
await digitsNetwork.fit(digits.images, digits.labels.toFloat(), { epochs: epochs.digits });

const last = digitsNetwork.getLayer('strokes');
export const extractor = tf.model({ inputs: digitsNetwork.inputs, outputs: last.output });
const features = extractor.predict(letters.images) as tf.Tensor2D; // [120, numbers of that layer]

export const head = tf.sequential({
  layers: [dense({ units: 8, activation: 'softmax', inputShape: [features.shape[1]] })],
});
compile(head);
await head.fit(features, letters.labels.toFloat(), { epochs: epochs.letters });

// Result -----------------------------------------------------------------------------------------
const answers = head.predict(features) as tf.Tensor;
await log({ letters: answers.argMax(1).equal(letters.labels).mean() });
