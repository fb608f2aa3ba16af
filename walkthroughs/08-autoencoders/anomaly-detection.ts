/**
 * Anomaly detection
 * Learns to copy digits and nothing else, so that whatever it copies badly is probably no digit.
 *
 * Data:   4,000 handwritten digits to learn from; letters, never seen before, to find
 * Expect: about 15 seconds; a letter gets a higher error than a digit in 99 of 100 cases (ROC AUC 0.99)
 * Try:    codeSize = 64: a better copyist, but a worse detector. Why?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const codeSize = 8; // just enough for digits, too little for what it never met
const hiddenUnits = 256;
const learningRate = 0.001; // Adam's usual step size
const batchSize = 64;
const epochs = 16;
const falseAlarms = 0.05; // share of normal images that may be flagged

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const variety = 0.6; // hands that differ, but not wildly
const flat = (images: tf.Tensor) => images.reshape([-1, pixels]) as tf.Tensor2D;
const train = flat(data.digits({ count: 4000, variety }).images); // [4000, 784]
const normal = flat(data.digits({ count: 500, variety, seed: 1000 }).images); // [500, 784]
// Letters that no hand writes like a digit; an O would be a perfect 0.
const strange = flat(
  data.letters({ count: 500, variety, seed: 1000, classes: 'AEFHKMNRTVWXY' }).images,
);

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const autoencoder = tf.sequential({
  layers: [
    dense({ inputShape: [pixels], units: hiddenUnits, activation: 'relu' }),
    dense({ units: codeSize }),
    dense({ units: hiddenUnits, activation: 'relu' }),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});

/** Reconstruction error of each image: its squared error, as a part of its ink. A thick pen is no anomaly. */
function errorsOf(images: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const copies = autoencoder.predict(images) as tf.Tensor2D;
    const squaredErrors = tf.squaredDifference(images, copies).sum(1); // [batch]
    return squaredErrors.div(images.square().sum(1)) as tf.Tensor1D;
  });
}

/** ROC AUC: how often a strange image has a higher error than a normal one, over all pairs of them. */
function rocAuc(strangeErrors: tf.Tensor1D, normalErrors: tf.Tensor1D): tf.Tensor {
  return strangeErrors.expandDims(1).greater(normalErrors).mean(); // [500, 500] → one number
}

// Training ---------------------------------------------------------------------------------------
autoencoder.compile({ optimizer: tf.train.adam(learningRate), loss: 'meanSquaredError' });

const mixed = tf.concat([normal.slice(0, 50), strange.slice(0, 50)]); // [100, 784]

await autoencoder.fit(train, train, { batchSize, epochs, callbacks: { onEpochEnd: showRanking } });

/** The mixed images, the worst copied first: letters should rise to the top. */
function showRanking(epoch: number): void {
  tf.tidy(() => {
    log({ 'ROC AUC': rocAuc(errorsOf(strange), errorsOf(normal)) }, epoch + 1);
    const { values, indices } = tf.topk(errorsOf(mixed), 100);
    const labels = Array.from(values.dataSync(), (error) => error.toFixed(2));
    showImages('ranking', mixed.gather(indices), { step: epoch + 1, labels, columns: 10 });
  });
}

// Result -----------------------------------------------------------------------------------------
// The threshold comes from normal images alone: the error that only 5 % of the training images exceed.
const highest = tf.topk(errorsOf(train), Math.round(falseAlarms * 4000)).values; // [200]
const threshold = highest.min();
const recall = errorsOf(strange).greater(threshold).mean(); // share of the letters that are flagged
const alarms = errorsOf(normal).greater(threshold).mean(); // share of new digits that are flagged
await log({ threshold, recall, 'false alarms': alarms }, epochs);
