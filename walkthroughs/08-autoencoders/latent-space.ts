/**
 * The latent space of a plain autoencoder
 * Learns to copy digits through only two numbers, so that the whole latent space can be drawn, holes and all.
 *
 * Data:   4,000 handwritten digits of many hands, drawn by code
 * Expect: about 20 seconds; islands of digits, with holes between them
 * Try:    another pair in `from` and `to`: which digits are neighbours, and which are an ocean apart?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, showImages, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const [from, to] = [7, 0]; // the walk goes from one of these digits to the other
const codeSize = 2; // a plane: all of it can be looked at
const hiddenUnits = 256;
const learningRate = 0.001; // Adam's usual step size
const batchSize = 64;
const epochs = 20;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const train = data.digits({ count: 4000 }).images.reshape([-1, pixels]); // [4000, 784]
const test = data.digits({ count: 1000, seed: 1000 });
const testImages = test.images.reshape([-1, pixels]); // [1000, 784]
const testLabels = test.labels.arraySync(); // for the colours only: training needs no labels

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const encoder = tf.sequential({
  layers: [
    dense({ inputShape: [pixels], units: hiddenUnits, activation: 'relu' }),
    dense({ units: hiddenUnits, activation: 'relu' }),
    dense({ units: codeSize }), // no activation: a code may lie anywhere in the plane
  ],
});
const decoder = tf.sequential({
  layers: [
    dense({ inputShape: [codeSize], units: hiddenUnits, activation: 'relu' }),
    dense({ units: hiddenUnits, activation: 'relu' }),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});
const autoencoder = tf.sequential({ layers: [encoder, decoder] });

// Training ---------------------------------------------------------------------------------------
autoencoder.compile({ optimizer: tf.train.adam(learningRate), loss: 'binaryCrossentropy' });

await autoencoder.fit(train, train, {
  batchSize,
  epochs,
  callbacks: { onEpochEnd: (epoch) => tf.tidy(() => showPlane(epoch + 1)) },
});

/** Where the codes lie, and what the decoder draws on a straight walk from one digit to another. */
function showPlane(step: number): void {
  const codes = encoder.predict(testImages) as tf.Tensor2D; // [1000, 2]
  showPoints('latent plane', codes, { step, classes: testLabels });

  const start = codes.slice(testLabels.indexOf(from), 1); // [1, 2]
  const end = codes.slice(testLabels.indexOf(to), 1);
  const walked = tf.linspace(0, 1, 12).expandDims(1); // [12, 1], from 0 at the start to 1 at the end
  const walk = start.add(end.sub(start).mul(walked)); // [12, 2]
  const drawn = decoder.predict(walk) as tf.Tensor; // [12, 784]
  showImages(`walk from ${from} to ${to}`, drawn, { step, columns: 12 });
}

// Result -----------------------------------------------------------------------------------------
// A map of the whole plane, between the outermost codes. On the islands the decoder draws digits; in the holes
// it draws what nobody asked it to: smears, halves, two digits at once.
const codes = encoder.predict(testImages) as tf.Tensor2D; // [1000, 2]
const [left = -1, bottom = -1] = codes.min(0).dataSync();
const [right = 1, top = 1] = codes.max(0).dataSync();
const rows = 16;
const axes = tf.meshgrid(tf.linspace(left, right, rows), tf.linspace(top, bottom, rows));
const grid = tf.stack(axes, 2).reshape([-1, codeSize]); // [256, 2]
showImages('map', decoder.predict(grid) as tf.Tensor, { step: epochs, columns: rows });

explore('latent plane', { x: [left, right], y: [bottom, top] }, ({ x, y }) =>
  decoder.predict(tf.tensor2d([[x, y]])),
);
