/**
 * Exercise: an honest accuracy
 * The network has learned only 200 digits, most of them by heart, and is asked about the same 200: no wonder it is right.
 *
 * Data:   200 labelled digits, drawn by code
 * Expect: about 3 seconds
 * Try:    measure the accuracy on digits that it has never seen
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

export const accuracy = accuracyOn(train);
await log({ accuracy });
