/**
 * Learning rate: too low, right, too high
 * Learns to name digits three times, with the same network, first weights and batches; only the learning rate differs.
 *
 * Data:   600 small digits to learn from, 200 others to be named at the end
 * Expect: about 4 seconds; the lowest rate crawls, the middle one arrives, the highest one diverges
 * Try:    batchSize = 4, or activation = 'sigmoid': which of the three rates is the right one now?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
// Chosen by you, before training:
const learningRates = { 'too low': 0.0003, right: 0.1, 'too high': 2 };
const hiddenLayers = 1;
const hiddenUnits = 32;
const activation = 'relu';
const batchSize = 32;
const l2 = 0.00001; // strength of a penalty on large weights
const steps = 400;

// Data -------------------------------------------------------------------------------------------
const size = 14;
const pixels = size * size;
const count = 600;
const { images, labels } = data.digits({ count, size });
const x = images.reshape([count, pixels]); // [600, 196]
const y = tf.oneHot(labels, 10); // [600, 10]
const test = data.digits({ count: 200, size, seed: 1000 });

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const penalty = { kernelRegularizer: tf.regularizers.l2({ l2 }) };

function network() {
  const model = tf.sequential();
  for (let layer = 0; layer < hiddenLayers; layer++) {
    model.add(dense({ inputShape: [pixels], units: hiddenUnits, activation, ...penalty }));
  }
  model.add(dense({ inputShape: [pixels], units: 10, ...penalty }));
  return model;
}

const start = network().getWeights();
const runs = Object.entries(learningRates).map(([name, learningRate]) => {
  const model = network();
  model.setWeights(start); // all three begin at the same place
  const losses: number[] = [];
  return { name, model, losses, optimizer: tf.train.sgd(learningRate) };
});
type Run = (typeof runs)[number];
const parameters = runs[0]?.model.countParams();
console.log(`${parameters} parameters, found by training; 7 hyperparameters, chosen above.`);

// Training ---------------------------------------------------------------------------------------
/** Squared error of the ten outputs of an image, and the penalty. */
function lossOf({ model }: Run, inputs: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  const errors = tf.squaredDifference(model.apply(inputs) as tf.Tensor, targets); // [batch, 10]
  const penalties = model.calculateLosses(); // one a layer
  return tf.addN([errors.sum(1).mean().asScalar(), ...penalties]) as tf.Scalar;
}

for (let step = 0; step < steps; step++) {
  const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
  const [inputs, targets] = [tf.gather(x, chosen), tf.gather(y, chosen)];
  for (const run of runs) {
    const loss = run.optimizer.minimize(() => lossOf(run, inputs, targets), true);
    run.losses.push(loss?.dataSync()[0] ?? Number.NaN); // what diverges is kept: it is the lesson
    loss?.dispose();
  }
  tf.dispose([chosen, inputs, targets]);
  const losses = runs.map(({ name, losses }) => [`loss (${name})`, losses.at(-1) ?? Number.NaN]);
  await log(Object.fromEntries(losses), step, steps);
}

// Result -----------------------------------------------------------------------------------------
// On a logarithmic scale, so that all three fit into one chart: −1 is a tenth, 2 is a hundred.
const logarithms = runs.map(({ name, losses }) => [name, losses.map(Math.log10)]);
const step = Array.from({ length: steps }, (_, i) => i);
showCurve('loss, as a power of ten', step, Object.fromEntries(logarithms), { xLabel: 'step' });

// What each run says of digits it has not seen; a network whose weights are not numbers says 0.
const guesses = runs.map(({ model }) => {
  const outputs = model.predict(test.images.reshape([-1, pixels])) as tf.Tensor; // [200, 10]
  return outputs.argMax(1).dataSync();
});
const captions = Array.from({ length: 200 }, (_, i) => guesses.map((guess) => guess[i]).join(' '));
showImages('named by: too low, right, too high', test.images, { labels: captions, columns: 20 });
