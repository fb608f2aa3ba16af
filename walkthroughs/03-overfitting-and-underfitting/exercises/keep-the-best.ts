/**
 * Exercise: go back to the best
 * This loop stops once the validation loss has not fallen for a while, and then ends with the weights it has by then.
 *
 * Data:   20 noisy points of a wave to learn from, 100 others to validate with
 * Expect: about 4 seconds
 * Try:    keep a copy of the best weights while it trains, and put them back at the end
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const patience = 60; // steps
const most = 1500; // steps
const learningRate = 0.01;

// Data -------------------------------------------------------------------------------------------
const noise = 0.5;
const train = data.wave({ count: 20, seed: 3, noise }); // x and y: [20, 1]
const validation = data.wave({ count: 100, seed: 1000, noise });

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = { units: 64, activation: 'relu' } as const;
export const model = tf.sequential({
  layers: [dense({ inputShape: [1], ...hidden }), dense(hidden), dense({ units: 1 })],
});

function lossOf({ x, y }: typeof train): tf.Scalar {
  return tf.losses.meanSquaredError(y, model.apply(x) as tf.Tensor).asScalar();
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
let lowest = Number.POSITIVE_INFINITY;
let since = 0; // steps since the lowest loss
for (let step = 0; step < most && since < patience; step++) {
  optimizer.minimize(() => lossOf(train));
  const loss = tf.tidy(() => lossOf(validation).dataSync()[0] ?? Number.NaN);
  since++;
  if (loss < lowest) {
    lowest = loss;
    since = 0;
    // TODO: these weights are the best so far
  }
  await log({ 'validation loss': loss }, step, most);
}

// Result -----------------------------------------------------------------------------------------
const end = tf.tidy(() => lossOf(validation).dataSync()[0] ?? Number.NaN);
console.log(`Lowest validation loss: ${lowest}. The model ends with ${end}.`);
