/**
 * Solution: an honest accuracy
 * Digits of another seed are new to the network: what it gets right among those is what it can do.
 *
 * Data:   200 labelled digits to learn from and 1,000 others to test with, drawn by code
 * Expect: about 3 seconds
 * Try:    learn from 2,000 digits: how do both accuracies change?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const epochs = 40;

// Data -------------------------------------------------------------------------------------------
const train = data.digits({ count: 200, seed: 1 }); // images [200, 28, 28, 1], labels [200]

// Model ------------------------------------------------------------------------------------------
export const classifier = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [28, 28, 1] }),
    tf.layers.dense({ units: 64, activation: 'relu' }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});

// Training ---------------------------------------------------------------------------------------
classifier.compile({ optimizer: tf.train.adam(0.003), loss: 'sparseCategoricalCrossentropy' });
await classifier.fit(train.images, train.labels.cast('float32'), { batchSize: 32, epochs });

// Result -----------------------------------------------------------------------------------------
/** The share of digits whose most probable class is their label. */
function accuracyOn({ images, labels }: typeof train): number {
  const guesses = (classifier.predict(images) as tf.Tensor2D).argMax(1);
  return guesses.equal(labels).mean().arraySync() as number;
}

export const accuracy = accuracyOn(data.digits({ count: 1000, seed: 2 }));
await log({ accuracy });
