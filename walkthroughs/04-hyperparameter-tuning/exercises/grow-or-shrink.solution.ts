/**
 * Solution: grow or shrink?
 * Gradients that point the same way make the rate grow, and those that point against each other make it shrink.
 *
 * Data:   600 small digits, drawn by code
 * Expect: about 3 seconds
 * Try:    rate = 2 at the start: does it find its way down, too?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
let rate = 0.02; // much too low: it has to grow
const hyperRate = 0.05;
const hiddenUnits = 32;
const batchSize = 64;
const steps = 300;

// Data -------------------------------------------------------------------------------------------
const size = 14;
const pixels = size * size;
const count = 600;
const { images, labels } = data.digits({ count, size, seed: 5 });
const x = images.reshape([count, pixels]); // [600, 196]
const y = tf.oneHot(labels, 10); // [600, 10]

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
export const model = tf.sequential({
  layers: [
    dense({ inputShape: [pixels], units: hiddenUnits, activation: 'relu' }),
    dense({ units: 10 }),
  ],
});

/** 1 where two gradients point the same way, −1 where they point against each other. */
function cosine(gradient: tf.Tensor, before: tf.Tensor): number {
  return tf.tidy(() => {
    const lengths = gradient.norm().mul(before.norm()).add(1e-12);
    return gradient.mul(before).sum().div(lengths).dataSync()[0] ?? 0;
  });
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.sgd(rate);
let before = tf.zeros([model.countParams()]); // the gradient of the step before
for (let step = 0; step < steps; step++) {
  const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
  const { value, grads } = tf.variableGrads(() => {
    const outputs = model.apply(tf.gather(x, chosen)) as tf.Tensor;
    return tf.losses.softmaxCrossEntropy(tf.gather(y, chosen), outputs).asScalar();
  });
  const gradient = tf.tidy(() => tf.concat(Object.values(grads).map((grad) => grad.flatten())));
  rate *= Math.exp(hyperRate * cosine(gradient, before));
  optimizer.setLearningRate(rate);
  optimizer.applyGradients(grads);
  await log({ loss: value, 'learning rate': rate }, step, steps);
  tf.dispose([chosen, value, grads, before]);
  before = gradient;
}

// Result -----------------------------------------------------------------------------------------
const guesses = (model.predict(x) as tf.Tensor).argMax(1);
const accuracy = guesses.equal(labels).mean();
await log({ accuracy }, steps);
