/**
 * Denoising autoencoder
 * Learns to clean digits that noise has nearly hidden: it is given each digit dirty and asked for it clean.
 *
 * Data:   4,000 handwritten digits, drawn by code; new noise at every step
 * Expect: about 15 seconds; from 8 dB with noise to 17 dB cleaned
 * Try:    slide noise to 2 while it trains: where does the network begin to guess?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, showImages, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ noise: 0.6 }, { noise: [0, 2] }); // standard deviation; paper is 0, ink is 1
const hiddenUnits = 256;
const codeSize = 64; // roomy: a copy of the input is no use here, so there is less need to squeeze
const learningRate = 0.001; // Adam's usual step size
const batchSize = 64;
const epochs = 16;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 4000;
const train = data.digits({ count }).images.reshape([count, pixels]); // [4000, 784]
const test = data.digits({ count: 500, seed: 1000 }).images.reshape([500, pixels]); // [500, 784]

/** Normally distributed noise on every pixel, cut off at black and at white. */
function addNoise(clean: tf.Tensor): tf.Tensor {
  return tf.tidy(() => clean.add(tf.randomNormal(clean.shape, 0, hyper.noise)).clipByValue(0, 1));
}

/** Batches for ever. The noise is never twice the same, so it cannot be memorized. */
function* batches() {
  for (;;) {
    const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
    const clean = tf.gather(train, chosen); // [batch, 784]
    chosen.dispose();
    yield { xs: addNoise(clean), ys: clean };
  }
}

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const denoiser = tf.sequential({
  layers: [
    dense({ inputShape: [pixels], units: hiddenUnits, activation: 'relu' }),
    dense({ units: codeSize, activation: 'relu' }),
    dense({ units: hiddenUnits, activation: 'relu' }),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});

/** Peak signal-to-noise ratio in dB: 10 more means a tenth of the squared error. */
function psnr(clean: tf.Tensor, image: tf.Tensor): tf.Tensor {
  return tf.losses
    .meanSquaredError(clean, image)
    .log()
    .mul(-10 / Math.LN10);
}

// Training ---------------------------------------------------------------------------------------
denoiser.compile({
  optimizer: tf.train.adam(learningRate),
  loss: 'meanSquaredError', // against the clean image, never against the input
  metrics: [psnr],
});

const noisyTest = addNoise(test); // [500, 784]
const clean = test.slice(0, 10); // [10, 784]
const noisy = noisyTest.slice(0, 10);

await denoiser.fitDataset(tf.data.generator(batches), {
  epochs,
  batchesPerEpoch: Math.floor(count / batchSize),
  validationData: [noisyTest, test],
  callbacks: { onEpochEnd: showCleaning },
});

/** Three rows: what the network is given, what it makes of it, what was wanted. */
function showCleaning(epoch: number): void {
  tf.tidy(() => {
    const cleaned = denoiser.predict(noisy) as tf.Tensor;
    const rows = tf.concat([noisy, cleaned, clean]); // [30, 784]
    showImages('noisy, cleaned, clean', rows, { step: epoch + 1, columns: 10 });
  });
}

// Result -----------------------------------------------------------------------------------------
const before = psnr(test, noisyTest).dataSync()[0]?.toFixed(1);
const after = psnr(test, denoiser.predict(noisyTest) as tf.Tensor)
  .dataSync()[0]
  ?.toFixed(1);
console.log(`PSNR of new digits: ${before} dB with noise, ${after} dB cleaned.`);
