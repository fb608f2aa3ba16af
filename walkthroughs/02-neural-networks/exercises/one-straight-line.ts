/**
 * Exercise: more than one straight line
 * This network has three layers, yet it parts the plane by one straight line, so about half of its answers are wrong.
 *
 * Data:   600 points on a circle inside another
 * Expect: about 3 seconds
 * Try:    find what is missing between the layers
 */
import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const units = 16;
const epochs = 25;

// Data -------------------------------------------------------------------------------------------
const { points, labels } = data.circles({ count: 600 }); // [600, 2], [600]

// Model ------------------------------------------------------------------------------------------
export const model = tf.sequential({
  layers: [
    tf.layers.dense({ units, inputShape: [2] }),
    tf.layers.dense({ units }),
    tf.layers.dense({ units: 1, activation: 'sigmoid' }), // the probability of class 1
  ],
});

// Training ---------------------------------------------------------------------------------------
model.compile({
  optimizer: tf.train.adam(0.01),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
});
await model.fit(points, labels.cast('float32'), { batchSize: 32, epochs });
