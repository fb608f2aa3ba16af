/**
 * Generate by label
 * Learns from labelled digits to draw the digit it is asked for, each time in another hand.
 *
 * Data:   4,000 labelled digits, drawn by code
 * Expect: about 15 seconds; a classifier that never saw them names nearly all drawings as asked
 * Try:    codeSize = 1: what is left to differ between two drawings of the same digit?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, log, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const codeSize = 6; // numbers that tell one hand from another
const noise = 0.5; // standard deviation of the noise on each code while learning
const hiddenUnits = 256;
const learningRate = 0.002; // at first; falls in a straight line, to end on fine steps
const batchSize = 64;
const steps = 1200;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 4000;
const { images, labels } = data.digits({ count, variety: 0.6 });
const digits = images.reshape([count, pixels]); // [4000, 784]
const oneHot = (labels: tf.Tensor) => tf.oneHot(labels.cast('int32'), 10).cast('float32'); // [batch, 10]

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = (inputShape: number[]) =>
  dense({ inputShape, units: hiddenUnits, activation: 'relu' });

// The label says which digit; how it is written is in no label. So while learning, an encoder looks at the
// image and describes the hand in a few numbers, the code. Afterwards it is not needed any more.
const encoder = tf.sequential({
  layers: [hidden([pixels + 10]), hidden([hiddenUnits]), dense({ units: codeSize })],
});
// The generator: label and code in, image out.
const decoder = tf.sequential({
  layers: [
    hidden([10 + codeSize]),
    hidden([hiddenUnits]),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});

/** Draws a digit for each label and code. */
function draw(labels: tf.Tensor, codes: tf.Tensor): tf.Tensor {
  return decoder.apply(tf.concat([oneHot(labels), codes], 1)) as tf.Tensor; // [batch, 784]
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);

/** How far the drawings are from the images, and the codes from 0: so random codes near 0 will draw well. */
function loss(images: tf.Tensor, labels: tf.Tensor): tf.Scalar {
  const codes = encoder.apply(tf.concat([images, oneHot(labels)], 1)) as tf.Tensor; // [batch, 6]
  const noisy = codes.add(tf.randomNormal(codes.shape, 0, noise)); // neighbours must draw alike
  const error = tf.losses.logLoss(images, draw(labels, noisy)).mul(pixels); // summed over the pixels
  return error.add(codes.square().sum(1).mean().div(2)).asScalar();
}

// Ten rows, one a digit; ten columns, one a random code: the same hand for all ten digits.
const asked = tf.range(0, 100).floorDiv(10); // 0 ten times, 1 ten times, …
const hands = tf.randomNormal([10, codeSize]).tile([10, 1]); // [100, 6]

for (let step = 1; step <= steps; step++) {
  const cost = optimizer.minimize(() => {
    const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
    return loss(digits.gather(chosen), labels.gather(chosen));
  }, true);
  Object.assign(optimizer, { learningRate: learningRate * (1 - (0.9 * step) / steps) });
  if (cost) await log({ loss: cost }, step, steps);
  cost?.dispose();
  if (step % 100 === 0) {
    tf.tidy(() =>
      showImages('digits as asked', draw(asked, hands), { columns: 10, labels: asked }),
    );
  }
}

// Result -----------------------------------------------------------------------------------------
// The encoder is not needed any more: a label and any code near 0 make a digit.
explore('digit by label', { digit: [0, 9], x: [-2, 2], y: [-2, 2] }, ({ digit, x, y }) => {
  const code = tf.tensor2d([[x, y, ...Array(codeSize - 2).fill(0)]]);
  return draw(tf.tensor1d([Math.round(digit)]), code);
});
