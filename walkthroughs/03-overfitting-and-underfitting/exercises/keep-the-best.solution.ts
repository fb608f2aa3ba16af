/**
 * Solution: go back to the best
 * Each new lowest validation loss leaves a copy of the weights, and the last copy is put back at the end.
 *
 * Data:   20 noisy points of a wave to learn from, 100 others to validate with
 * Expect: about 4 seconds
 * Try:    without clone(): which weights come back now, and why?
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
let best: tf.Tensor[] = [];
let since = 0; // steps since the lowest loss
for (let step = 0; step < most && since < patience; step++) {
  optimizer.minimize(() => lossOf(train));
  const loss = tf.tidy(() => lossOf(validation).dataSync()[0] ?? Number.NaN);
  since++;
  if (loss < lowest) {
    lowest = loss;
    since = 0;
    tf.dispose(best);
    best = model.getWeights().map((weight) => weight.clone());
  }
  await log({ 'validation loss': loss }, step, most);
}

// Result -----------------------------------------------------------------------------------------
model.setWeights(best);
const end = tf.tidy(() => lossOf(validation).dataSync()[0] ?? Number.NaN);
console.log(`Lowest validation loss: ${lowest}. The model ends with ${end}.`);
