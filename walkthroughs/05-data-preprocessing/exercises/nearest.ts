/**
 * Exercise: who is alike?
 * Fills gaps in the areas from the five nearest houses, and is hardly better than the mean of all.
 *
 * Data:   400 houses made by code; every fourth area is hidden
 * Expect: about 3 seconds
 * Try:    mend the distance, so that houses count as near when they are alike in everything
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const k = 5;

// Data -------------------------------------------------------------------------------------------
const { features } = data.houses({ count: 400, seed: 5 });
const truth = features.arraySync(); // [area in m², rooms, age in years, distance in m] of each house
const known = truth.filter((_, i) => i % 4 !== 0);
const gaps = truth.filter((_, i) => i % 4 === 0); // their area is to be guessed

// Model ------------------------------------------------------------------------------------------
const { variance } = tf.moments(features, 0);
const deviations = variance.sqrt().arraySync() as number[]; // of each column
console.log('Standard deviations:', deviations.map((one) => one.toFixed(1)).join(', '));

/** Squared distance of two houses in rooms, age and distance to the centre. */
function distance(a: number[], b: number[]): number {
  let sum = 0;
  for (const column of [1, 2, 3]) {
    const difference = (a[column] ?? 0) - (b[column] ?? 0); // TODO: rooms against metres?
    sum += difference ** 2;
  }
  return sum;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// Training ---------------------------------------------------------------------------------------
// There is none: the table itself is the model.
export const filled = gaps.map((house) => {
  const near = [...known].sort((a, b) => distance(a, house) - distance(b, house)).slice(0, k);
  return mean(near.map(([area = 0]) => area));
});

// Result -----------------------------------------------------------------------------------------
const areas = gaps.map(([area = 0]) => area);
const errors = areas.map((area, i) => (area - (filled[i] ?? NaN)) ** 2);
await log({ 'error, m²': Math.sqrt(mean(errors)) });
const order = [...areas.keys()].sort((i, j) => (areas[i] ?? 0) - (areas[j] ?? 0));
const sorted = (values: number[]) => order.map((i) => values[i] ?? NaN);
showCurve('filled', sorted(areas), { truth: sorted(areas), filled: sorted(filled) });
