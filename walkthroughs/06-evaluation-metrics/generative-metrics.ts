/**
 * Generative metrics
 * Scores sets of pictures as if models had drawn them: real digits, damaged ones, ones that lack some digits.
 *
 * Data:   600 real digits, 600 more of other hands to compare with, drawn by code; and sets made from them
 * Expect: about 15 seconds; real against real has the least FID, and every damage the more, the stronger it is
 * Try:    count = 150: which scores change although nothing about the sets did?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showImages, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const count = 600; // pictures in each set: compare FIDs of sets of one size only
const sizes = [50, 100, 200]; // of small sets, to see whose values depend on it
const repeats = 10; // pairs of small sets

// Data -------------------------------------------------------------------------------------------
const real = data.digits({ count }).images; // [600, 28, 28, 1]
const others = data.digits({ count, seed: 1000 }).images; // as good as a generator could ever be
const all = [...Array(10).keys()];

function blurred(images: tf.Tensor4D, times: number): tf.Tensor4D {
  if (times === 0) return images;
  return blurred(tf.avgPool(images, 3, 1, 'same'), times - 1);
}
const noisy = (strength: number) =>
  others.add(tf.randomNormal(others.shape, 0, strength)).clipByValue(0, 1) as tf.Tensor4D;
/** Mode collapse: only some of the ten digits are ever drawn. */
const collapsed = (kinds: number) =>
  data.digits({ count, seed: 1000, classes: all.slice(0, kinds) }).images;

// Model ------------------------------------------------------------------------------------------
/** The simplest generator: normally distributed pixels, with the real means and covariances. No digit at all. */
function pixelGenerator(): tf.Tensor4D {
  const flat = real.reshape([count, 784]);
  const mean = flat.mean(0);
  const mixtures = tf.randomNormal([count, count], 0, 1 / Math.sqrt(count));
  const made = tf.matMul(mixtures, flat.sub(mean)).add(mean); // [600, 784]
  return made.clipByValue(0, 1).reshape([count, 28, 28, 1]);
}

// Training ---------------------------------------------------------------------------------------
// There is none: the feature network comes with the course. A small classifier of digits stands in for Inception, so
// these values mean something for digits only, and cannot be compared with published ones.
const seen = metrics.digitFeatures(real); // [600, 64]

// Result -----------------------------------------------------------------------------------------
const sets: Record<string, () => tf.Tensor4D> = {
  'the same': () => real,
  real: () => others,
  'blurred 1': () => blurred(others, 1),
  'blurred 2': () => blurred(others, 2),
  'blurred 3': () => blurred(others, 3),
  'noisy 1': () => noisy(0.1),
  'noisy 2': () => noisy(0.2),
  'noisy 3': () => noisy(0.3),
  '8 digits': () => collapsed(8),
  '4 digits': () => collapsed(4),
  '1 digit': () => collapsed(1),
  generated: () => pixelGenerator(),
};
const columns = ['Inception Score', 'FID', 'KID', 'precision', 'recall', 'coverage'];
const rows: number[][] = [];
for (const [i, [name, make]] of Object.entries(sets).entries()) {
  const scores = tf.tidy(() => {
    const images = make();
    showImages(name, images.slice(0, 100), { step: 0, columns: 20 });
    const features = metrics.digitFeatures(images);
    const { mean } = metrics.inceptionScore(metrics.digitProbabilities(images));
    const { precision, recall } = metrics.precisionRecall(seen, features);
    const { coverage } = metrics.densityCoverage(seen, features);
    return [
      mean,
      metrics.fid(seen, features),
      metrics.kid(seen, features),
      precision,
      recall,
      coverage,
    ];
  });
  rows.push(scores);
  const values = { FID: scores[1] ?? NaN, 'Inception Score': scores[0] ?? NaN };
  await log(values, i + 1, Object.keys(sets).length);
  console.log(
    name.padEnd(10),
    columns.map((column, c) => `${column} ${scores[c]?.toFixed(3)}`).join(', '),
  );
}
showMatrix('scores', rows, { rows: Object.keys(sets), columns });

// FID of small equal sets is far from 0, as covariances are guessed from few pictures. KID is 0 on average.
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const small = tf.tidy(() =>
  sizes.map((size) => {
    const pairs = Array.from({ length: repeats }, (_, i) => {
      const half = (seed: number) =>
        metrics.digitFeatures(data.digits({ count: size, seed }).images);
      const [a, b] = [half(3000 + 2 * i), half(3001 + 2 * i)];
      return { fid: metrics.fid(a, b), kid: metrics.kid(a, b) };
    });
    const kids = pairs.map(({ kid }) => kid);
    const deviation = Math.sqrt(mean(kids.map((kid) => (kid - mean(kids)) ** 2)));
    return {
      fid: mean(pairs.map(({ fid }) => fid)),
      kid: mean(kids),
      error: deviation / Math.sqrt(repeats),
    };
  }),
);
showMatrix(
  'equal sets',
  small.map(({ fid, kid, error }) => [fid, kid, error]),
  {
    rows: sizes.map((size) => `${size} pictures`),
    columns: ['FID', 'KID', 'standard error of KID'],
  },
);
