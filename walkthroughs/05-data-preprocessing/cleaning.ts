/**
 * Cleaning
 * Reads a dirty table of houses, says of every row what was wrong with it, and learns prices before and after.
 *
 * Data:   500 rows with copies, typing errors, words for numbers and gaps, made by code
 * Expect: about 3 seconds; some 70 rows dropped, each with its line and reason, and far better prices
 * Try:    limit = 2: what is thrown away now that was no mistake at all?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const limit = 5; // robust standard deviations from the median, on a log scale; beyond: an outlier
const oldest = 200; // years
const epochs = 60;

// Data -------------------------------------------------------------------------------------------
const { columns, rows } = data.dirtyHouses({ count: 500 }); // rows: { line, cells: five texts } each
// Your own table: … = await data.loadTable('houses.csv');
const [AREA, AGE, DISTANCE] = [0, 2, 3];
const test = data.houses({ count: 400, seed: 1000 }); // clean ones to test prices on

interface House {
  line: number;
  numbers: number[];
}
const report: string[] = []; // nothing is dropped or changed without a line here
const drop = (line: number, reason: string) => report.push(`line ${line}: dropped, ${reason}`);

/** Wrong types and gaps: only rows that are numbers throughout stay. */
function readNumbers(): House[] {
  return rows.flatMap(({ line, cells }) => {
    const texts = cells.map((cell) => cell.replace(/(m²|sqm)/, '').trim());
    if (texts[AREA] !== cells[AREA])
      report.push(`line ${line}: repaired, “${cells[AREA]}” is an area`);
    const wrong = texts.findIndex((text) => text === '' || !Number.isFinite(Number(text)));
    if (wrong < 0) return [{ line, numbers: texts.map(Number) }];
    const isGap = ['', 'n/a', '?', '-'].includes(texts[wrong] ?? '');
    drop(line, isGap ? `no ${columns[wrong]}` : `${columns[wrong]} “${texts[wrong]}” is no number`);
    return [];
  });
}

/** The first of equal rows stays. */
function withoutCopies(houses: House[]): House[] {
  const seen = new Map<string, number>();
  return houses.filter(({ line, numbers }) => {
    const first = seen.get(numbers.join());
    if (first === undefined) seen.set(numbers.join(), line);
    else drop(line, `a copy of line ${first}`);
    return first === undefined;
  });
}

/** Median and spread of a column's logarithms; half of all values may be wrong without moving either much. */
function robust(houses: House[], column: number): [median: number, spread: number] {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  const logs = houses.map(({ numbers }) => Math.log(numbers[column] ?? NaN));
  const median = middle(logs);
  return [median, 1.4826 * middle(logs.map((log) => Math.abs(log - median)))]; // σ of a normal distribution
}

function withoutOutliers(houses: House[]): House[] {
  const usual = [AREA, DISTANCE].map((column) => [column, ...robust(houses, column)] as const);
  return houses.filter(({ line, numbers }) => {
    const age = numbers[AGE] ?? NaN;
    const far = usual.find(
      ([column, median, spread]) =>
        Math.abs(Math.log(numbers[column] ?? NaN) - median) > limit * spread,
    );
    if (far) drop(line, `outlier: ${columns[far[0]]} ${numbers[far[0]]}`);
    else if (age < 0 || age > oldest) drop(line, `outlier: ${columns[AGE]} ${age}`);
    return !far && age >= 0 && age <= oldest;
  });
}

const before = readNumbers(); // all that a network could read at all
const after = withoutOutliers(withoutCopies(before));

// Model ------------------------------------------------------------------------------------------
function linearModel(): tf.Sequential {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 1 })] });
  model.compile({ optimizer: tf.train.adam(2), loss: 'meanSquaredError' });
  return model;
}

// Training ---------------------------------------------------------------------------------------
/** Root mean squared error of the prices of new houses, in thousands, after learning from these. */
async function priceError(houses: House[]): Promise<number> {
  const table = tf.tensor2d(houses.map(({ numbers }) => numbers));
  const [input, prices] = tf.split(table, [4, 1], 1) as [tf.Tensor, tf.Tensor];
  const { mean, variance } = tf.moments(input, 0);
  const scale = (features: tf.Tensor) => features.sub(mean).div(variance.sqrt());
  const model = linearModel();
  await model.fit(scale(input), prices, { epochs, verbose: 0 });
  const guess = model.predict(scale(test.features)) as tf.Tensor;
  return tf.losses.meanSquaredError(test.targets, guess).sqrt().arraySync() as number;
}
await log({ 'price error': await priceError(before) }, 0, 2);
await log({ 'price error': await priceError(after) }, 1, 2);

// Result -----------------------------------------------------------------------------------------
const list = after.map(({ line, numbers }) => [line, ...numbers].join(', '));
showText('dropped and repaired', report.join('\n'));
showText('cleaned table', [['line', ...columns].join('; '), ...list].join('\n'));
console.log(`${rows.length} rows, ${rows.length - after.length} dropped, ${after.length} kept.`);
