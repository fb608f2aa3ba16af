/**
 * Exercise: fewer false alarms
 * This detector flags whatever is copied worse than the average, so about half of all good digits raise the alarm.
 *
 * Data:   2,000 handwritten digits to learn from, drawn by code
 * Expect: about 5 seconds
 * Try:    choose the threshold so that only about 5 % of good digits are flagged
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const codeSize = 8;
const epochs = 12;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 2000;
const digits = data.digits({ count, variety: 0.6 }).images.reshape([count, pixels]) as tf.Tensor2D; // [2000, 784]

// Model ------------------------------------------------------------------------------------------
const autoencoder = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [pixels], units: 128, activation: 'relu' }),
    tf.layers.dense({ units: codeSize }),
    tf.layers.dense({ units: 128, activation: 'relu' }),
    tf.layers.dense({ units: pixels, activation: 'sigmoid' }),
  ],
});

/** Reconstruction error of each image, as a part of its ink. */
function errorsOf(images: tf.Tensor2D): tf.Tensor1D {
  const copies = autoencoder.predict(images) as tf.Tensor2D;
  return tf.squaredDifference(images, copies).sum(1).div(images.square().sum(1)) as tf.Tensor1D;
}

// Training ---------------------------------------------------------------------------------------
autoencoder.compile({ optimizer: tf.train.adam(0.002), loss: 'meanSquaredError' });
await autoencoder.fit(digits, digits, { batchSize: 64, epochs });

// Result -----------------------------------------------------------------------------------------
const threshold = errorsOf(digits).mean();

/** 1 for each image that is copied too badly to be a digit, else 0. */
export function isAnomaly(images: tf.Tensor2D): tf.Tensor {
  return errorsOf(images).greater(threshold).cast('float32');
}

await log({ threshold, 'false alarms': isAnomaly(digits).mean() });
