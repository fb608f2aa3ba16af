/**
 * Classification metrics
 * Trains a model to find the few 7s among noisy digits, and shows why accuracy alone says next to nothing.
 *
 * Data:   4,000 digits drawn by code, with noise, to learn from, 4,000 more to judge; one in twenty is a 7
 * Expect: about 5 seconds; accuracy stays near 0.95 throughout, as saying “no” always would; recall and F1 tell more
 * Try:    threshold = 0.15: recall rises, precision falls. Which is worse here, a 7 missed or a false alarm?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showCurve, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const threshold = 0.5; // a probability of at least so much is named a 7
const count = 4000;
const rare = 0.05; // share of 7s
const noise = 0.8; // standard deviation; ink is 1
const learningRate = 0.01;
const batchSize = 64;
const epochs = 10;

// Data -------------------------------------------------------------------------------------------
const others = [0, 1, 2, 3, 4, 5, 6, 8, 9];

/** Digits of which few are 7s, so noisy that nobody could tell all of them apart. */
function draw(seed: number) {
  const sevens = Math.round(count * rare);
  const wanted = data.digits({ count: sevens, classes: [7], seed }).images;
  const rest = data.digits({ count: count - sevens, classes: others, seed: seed + 1 }).images;
  const images = tf.concat([wanted, rest]).reshape([count, 784]); // [4000, 784]
  const labels = tf.concat([tf.ones([sevens, 1]), tf.zeros([count - sevens, 1])]); // [4000, 1]
  return { images: images.add(tf.randomNormal([count, 784], 0, noise)), labels };
}
const [train, test] = [draw(1000), draw(2000)];
const truth = Array.from(test.labels.dataSync()); // 1 is a 7, 0 is not

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const model = tf.sequential({
  layers: [dense({ inputShape: [784], units: 1, activation: 'sigmoid' })],
}); // logistic regression

/** Everything follows from four counts. */
function scoresOf(probabilities: number[]) {
  let [truePositives, falsePositives, falseNegatives, trueNegatives] = [0, 0, 0, 0];
  probabilities.forEach((probability, i) => {
    const named = probability >= threshold;
    if (truth[i] === 1) named ? truePositives++ : falseNegatives++;
    else named ? falsePositives++ : trueNegatives++;
  });
  const precision = truePositives / Math.max(1, truePositives + falsePositives);
  const recall = truePositives / (truePositives + falseNegatives);
  return {
    accuracy: (truePositives + trueNegatives) / count,
    precision, // of what was named a 7, the share that is
    recall, // of the 7s, the share that was named
    F1: (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives), // harmonic mean
  };
}

// Training ---------------------------------------------------------------------------------------
model.compile({ optimizer: tf.train.adam(learningRate), loss: 'binaryCrossentropy' });

const predict = () =>
  tf.tidy(() => Array.from((model.predict(test.images) as tf.Tensor).dataSync()));
for (let epoch = 1; epoch <= epochs; epoch++) {
  await model.fit(train.images, train.labels, { batchSize, epochs: 1, verbose: 0 });
  await log({ ...scoresOf(predict()), 'accuracy of always “no”': 1 - rare }, epoch, epochs);
}

// Result -----------------------------------------------------------------------------------------
const probabilities = predict();
const named = probabilities.map((probability) => Number(probability >= threshold));
const names = ['another', '7'];
showMatrix('confusion matrix', metrics.confusionMatrix(truth, named, 2), {
  rows: names.map((name) => `is ${name}`),
  columns: names.map((name) => `named ${name}`),
});

// Every threshold at once. ROC: recall against false alarms; chance is the diagonal, whatever the share of 7s.
const roc = metrics.rocCurve(truth, probabilities);
showCurve('ROC curve', roc.falsePositiveRate, roc.truePositiveRate, {
  xLabel: 'false alarm rate',
  yLabel: 'recall',
});
// Precision and recall: chance is a line as low as the share of 7s.
const { recall, precision } = metrics.precisionRecallCurve(truth, probabilities);
showCurve('precision and recall', recall, precision, { xLabel: 'recall', yLabel: 'precision' });
// What was judged, likeliest first, so that every number above can be checked.
const order = [...probabilities.keys()].sort(
  (i, j) => (probabilities[j] ?? 0) - (probabilities[i] ?? 0),
);
const ranked = (values: number[]) => order.map((i) => values[i] ?? NaN);
const lines = { probability: ranked(probabilities), 'is a 7': ranked(truth) };
showCurve('ranking', [...order.keys()], lines, { xLabel: 'rank' });
await log(
  {
    'ROC AUC': metrics.rocAuc(truth, probabilities),
    'average precision': metrics.averagePrecision(truth, probabilities),
  },
  epochs,
  epochs,
);
