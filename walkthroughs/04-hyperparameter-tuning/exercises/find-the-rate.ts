/**
 * Exercise: find the learning rate
 * This network cannot learn a single digit, because each of its steps goes too far.
 *
 * Data:   600 small digits, drawn by code
 * Expect: about 2 seconds
 * Try:    find a learning rate that brings the loss below 0.25 within the 300 steps
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const learningRate = 3; // TODO: which one?
const hiddenUnits = 32;
const batchSize = 32;
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

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.sgd(learningRate);
for (let step = 0; step < steps; step++) {
  const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
  const loss = optimizer.minimize(() => {
    const outputs = model.apply(tf.gather(x, chosen)) as tf.Tensor; // [32, 10]
    return tf.squaredDifference(outputs, tf.gather(y, chosen)).sum(1).mean().asScalar();
  }, true);
  if (loss) await log({ loss }, step, steps);
  tf.dispose([chosen, loss ?? []]);
}

// Result -----------------------------------------------------------------------------------------
const guesses = (model.predict(x) as tf.Tensor).argMax(1);
const accuracy = guesses.equal(labels).mean();
await log({ accuracy }, steps);
