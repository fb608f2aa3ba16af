/**
 * Autoencoder
 * Learns to squeeze a drawn digit of 784 pixels into 16 numbers, and to draw it again from those.
 *
 * Data:   4,000 handwritten digits, drawn by code
 * Expect: about 15 seconds; copies at about 20 dB, where 16 principal components reach 17 dB
 * Try:    codeSize = 2, then 64: which strokes are lost first?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const codeSize = 16; // numbers in the bottleneck: 49 times fewer than pixels
const hiddenUnits = 256;
const learningRate = 0.001; // Adam's usual step size
const batchSize = 64;
const epochs = 16;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const train = data.digits({ count: 4000 }).images.reshape([-1, pixels]); // [4000, 784]
const test = data.digits({ count: 500, seed: 1000 }).images.reshape([-1, pixels]); // [500, 784]
// Your own: (await data.loadImageFolder('pictures', { size: 28 })).images, or data.loadIdx for MNIST’s files.

// Model ------------------------------------------------------------------------------------------
const encoder = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [pixels], units: hiddenUnits, activation: 'relu' }),
    tf.layers.dense({ units: codeSize }), // no activation: a code may be any number
  ],
});
const decoder = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [codeSize], units: hiddenUnits, activation: 'relu' }),
    tf.layers.dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});
const autoencoder = tf.sequential({ layers: [encoder, decoder] });

/** Peak signal-to-noise ratio in dB: 10 more means a tenth of the squared error. */
function psnr(original: tf.Tensor, copy: tf.Tensor): tf.Scalar {
  const meanSquaredError = tf.losses.meanSquaredError(original, copy);
  return tf
    .log(meanSquaredError)
    .mul(-10 / Math.LN10)
    .asScalar();
}

// Training ---------------------------------------------------------------------------------------
autoencoder.compile({
  optimizer: tf.train.adam(learningRate),
  loss: 'meanSquaredError',
  metrics: [psnr],
});

const originals = test.slice(0, 10); // [10, 784]

// The input is its own target: every image brings its answer with it.
await autoencoder.fit(train, train, {
  batchSize,
  epochs,
  validationData: [test, test],
  callbacks: { onEpochEnd: showCopies },
});

/** Originals in the upper row, what came through the bottleneck below. */
function showCopies(epoch: number): void {
  tf.tidy(() => {
    const copies = autoencoder.predict(originals) as tf.Tensor;
    showImages('originals and copies', tf.concat([originals, copies]), {
      step: epoch + 1,
      columns: 10,
    });
  });
}

// Result -----------------------------------------------------------------------------------------
// Three digits span a plane of codes: their copies are at (0, 0), (1, 0) and (0, 1).
// Everything between them is a digit that the network never saw.
const codes = encoder.predict(test.slice(0, 3)) as tf.Tensor2D; // [3, 16]

explore('latent plane', { x: [-0.5, 1.5], y: [-0.5, 1.5] }, ({ x, y }) => {
  const code = tf.matMul([[1 - x - y, x, y]], codes); // [1, 16]
  return decoder.predict(code); // [1, 784]
});
