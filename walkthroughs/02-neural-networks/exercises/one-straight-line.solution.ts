/**
 * Solution: more than one straight line
 * Each hidden layer bends its sums with an activation, and the border becomes a ring.
 *
 * Data:   600 points on a circle inside another
 * Expect: about 3 seconds
 * Try:    units = 2: how many bends does a ring need?
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
    tf.layers.dense({ units, inputShape: [2], activation: 'relu' }),
    tf.layers.dense({ units, activation: 'relu' }),
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
