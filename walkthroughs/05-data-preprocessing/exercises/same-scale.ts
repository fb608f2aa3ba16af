/**
 * Exercise: the same scale for old and new
 * Learns prices of town houses well, but is 140 thousand off on country houses: they are scaled wrongly.
 *
 * Data:   400 town houses to learn from, 200 larger ones to test on, made by code
 * Expect: about 3 seconds
 * Try:    mend how the country houses are scaled
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const epochs = 40;

// Data -------------------------------------------------------------------------------------------
const town = data.houses({ count: 400, seed: 1 });
const all = data.houses({ count: 800, seed: 2 });
// The country houses: the 200 with the largest areas.
const largest = tf.topk(all.features.slice([0, 0], [-1, 1]).reshape([-1]), 200).indices;
const countryFeatures = tf.gather(all.features, largest); // [200, 4]
const countryPrices = tf.gather(all.targets, largest); // [200, 1]

/** Mean 0 and standard deviation 1 in each column. */
function standardize(table: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(table, 0);
  return table.sub(mean).div(variance.sqrt());
}

export const trainInput = standardize(town.features);
export const testInput = standardize(countryFeatures); // TODO: is 0 the same area here as in training?

// Model ------------------------------------------------------------------------------------------
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 1 })] });
model.compile({ optimizer: tf.train.adam(3), loss: 'meanSquaredError' });

// Training ---------------------------------------------------------------------------------------
await model.fit(trainInput, town.targets, { epochs, verbose: 0 });

// Result -----------------------------------------------------------------------------------------
function errorOf(input: tf.Tensor, prices: tf.Tensor): number {
  const guess = model.predict(input) as tf.Tensor;
  return tf.losses.meanSquaredError(prices, guess).sqrt().arraySync() as number;
}

export const testError = errorOf(testInput, countryPrices);
await log({ 'error in town': errorOf(trainInput, town.targets), 'error outside': testError });
console.log(`Country houses: ${testError.toFixed(0)} thousand off.`);
