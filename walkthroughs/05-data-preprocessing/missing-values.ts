/**
 * Missing values
 * Hides every fifth area of a table of houses, fills the gaps in three ways, and learns prices from each filled table.
 *
 * Data:   600 houses with area, rooms, age and distance, made by code
 * Expect: about 4 seconds; k-nearest comes closest to the hidden areas, and to the prices
 * Try:    hideMore = true: large areas are missing more often. Which methods suffer most?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const missing = 0.2; // share of the areas that nobody wrote down
const hideMore = false; // true: what is missing depends on what it would have said
const k = 5; // neighbours that a gap is filled from
const epochs = 60;

// Data -------------------------------------------------------------------------------------------
const AREA = 0; // the column with gaps
const train = data.houses({ count: 600 }); // features [600, 4], targets [600, 1]
// Your own table: … = await data.loadCsv('houses.csv', { target: 'price' });
const test = data.houses({ count: 400, seed: 1000 }); // complete
const truth = train.features.arraySync();
const isHidden = truth.map(([area = 0]) => Math.random() < missing * (hideMore ? area / 120 : 1));
const known = truth.filter((_, i) => !isHidden[i]);

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const areas = known.map((house) => house[AREA] ?? NaN);
const { mean: centre, variance } = tf.moments(tf.tensor2d(known), 0);
const deviations = variance.sqrt().arraySync() as number[];

/** Squared distance in all columns but the area, each in its own standard deviations. */
function distance(a: number[], b: number[]): number {
  const terms = a.map((value, c) => ((value - (b[c] ?? 0)) / (deviations[c] ?? 1)) ** 2);
  return terms.reduce((sum, term, c) => sum + (c === AREA ? 0 : term), 0);
}

/** Mean area of the k known houses that are most like this one. */
function nearest(house: number[]): number {
  const byDistance = [...known].sort((a, b) => distance(a, house) - distance(b, house));
  return mean(byDistance.slice(0, k).map((neighbour) => neighbour[AREA] ?? NaN));
}

const fills: Record<string, (house: number[]) => number> = {
  mean: () => mean(areas),
  median: () => median(areas),
  'k-nearest': nearest,
};

// Model ------------------------------------------------------------------------------------------
const scale = (table: tf.Tensor) => table.sub(centre).div(deviations); // as in training, always

function linearModel(name: string): tf.Sequential {
  const model = tf.sequential({ name, layers: [tf.layers.dense({ inputShape: [4], units: 1 })] });
  model.compile({ optimizer: tf.train.adam(2), loss: 'meanSquaredError' });
  return model;
}

// Training ---------------------------------------------------------------------------------------
/** Root mean squared error of the prices of new houses, in thousands, after learning from these. */
async function priceError(name: string, houses: number[][], prices: number[]): Promise<number> {
  const model = linearModel(name); // its name is in the legend
  const input = scale(tf.tensor2d(houses));
  await model.fit(input, tf.tensor2d(prices, [prices.length, 1]), { epochs, verbose: 0 });
  return tf.tidy(() => {
    const guess = model.predict(scale(test.features)) as tf.Tensor;
    return tf.losses.meanSquaredError(test.targets, guess).sqrt().arraySync() as number;
  });
}

const prices = Array.from(train.targets.dataSync());
const rows = ['drop', ...Object.keys(fills)];
const table: number[][] = []; // rows kept, error of the areas in m², error of the prices

const keptPrices = prices.filter((_, i) => !isHidden[i]);
table.push([known.length, NaN, await priceError('drop', known, keptPrices)]); // drop: nothing is guessed

for (const [name, fill] of Object.entries(fills)) {
  const filled = truth.map((house, i) => (isHidden[i] ? [fill(house), ...house.slice(1)] : house));
  const errors = truth.map((house, i) => (filled[i]?.[AREA] ?? NaN) - (house[AREA] ?? NaN));
  const squares = errors.filter((_, i) => isHidden[i]).map((error) => error ** 2);
  table.push([filled.length, Math.sqrt(mean(squares)), await priceError(name, filled, prices)]);
}

// Result -----------------------------------------------------------------------------------------
const columns = ['rows kept', 'error of areas, m²', 'error of prices, thousands'];
showMatrix('methods', table, { rows, columns });
for (const [i, [kept = 0, ofAreas = 0, ofPrices = 0]] of table.entries()) {
  console.log(rows[i], kept, 'rows, areas', ofAreas.toFixed(1), 'prices', ofPrices.toFixed(2));
  await log({ 'error of prices': ofPrices }, i, table.length);
}

// A constant puts all gaps on a straight line: it keeps the mean and loses what belongs together.
const hidden = truth.filter((_, i) => isHidden[i]).sort(([a = 0], [b = 0]) => a - b);
const lines = Object.entries(fills).map(([name, fill]) => [name, hidden.map(fill)] as const);
const trueAreas = hidden.map((house) => house[AREA] ?? NaN);
showCurve(
  'filled areas',
  trueAreas,
  { ...Object.fromEntries(lines), truth: trueAreas },
  { xLabel: 'true area, m²', yLabel: 'filled area, m²' },
);
