/**
 * Gradient-based tuning
 * Learns a digit classifier and its own learning rate, by the gradient of the loss with respect to that rate.
 *
 * Data:   600 small digits, drawn by code
 * Expect: about 6 seconds; from a rate ten times too low it finds its way, to a loss far below that of keeping it
 * Try:    hyperRate = 0, then 0.5: what does the learned rate do?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const handSet = 0.3; // a good learning rate, found by trying many
const hyperRate = 0.05; // how fast the learning rate is learned
const hiddenUnits = 32;
const batchSize = 64;
const steps = 500;

// Data -------------------------------------------------------------------------------------------
const size = 14;
const pixels = size * size;
const count = 600;
const { images, labels } = data.digits({ count, size });
const x = images.reshape([count, pixels]); // [600, 196]
const y = tf.oneHot(labels, 10); // [600, 10]

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;

function network() {
  const hidden = dense({ inputShape: [pixels], units: hiddenUnits, activation: 'relu' });
  return tf.sequential({ layers: [hidden, dense({ units: 10 })] });
}

const start = network().getWeights();

function begin(name: string, rate: number, isLearned = false) {
  const model = network();
  model.setWeights(start); // all begin at the same place
  const before = tf.zeros([model.countParams()]); // the gradient of the step before
  const optimizer = tf.train.sgd(rate);
  return { name, model, optimizer, rate, isLearned, before, rates: [rate], losses: [] as number[] };
}
type Run = ReturnType<typeof begin>;

const runs = [
  begin('set by hand', handSet),
  begin('10 times too low', handSet / 10),
  begin('10 times too high', handSet * 10),
  begin('learned', handSet / 10, true),
];

// Training ---------------------------------------------------------------------------------------
function train(run: Run, inputs: tf.Tensor, targets: tf.Tensor): void {
  const { value, grads } = tf.variableGrads(() =>
    tf.losses.softmaxCrossEntropy(targets, run.model.apply(inputs) as tf.Tensor).asScalar(),
  );
  const gradient = tf.tidy(() => tf.concat(Object.values(grads).map((grad) => grad.flatten())));
  if (run.isLearned) run.rate *= Math.exp(hyperRate * cosine(gradient, run.before));
  run.optimizer.setLearningRate(run.rate);
  run.optimizer.applyGradients(grads);
  run.losses.push(value.dataSync()[0] ?? Number.NaN);
  run.rates.push(run.rate);
  tf.dispose([value, grads, run.before]);
  run.before = gradient;
}

/**
 * The hypergradient. The last step went against the gradient before; had it been longer, the loss would change by
 * −gradient · before. Do both point the same way, longer steps pay; do they point apart, the last one went too far.
 * Divided by the lengths it is a cosine, −1 to 1, and does not depend on the scale of the loss.
 * (Baydin et al. 2018, hypergradient descent, multiplicative.)
 */
function cosine(gradient: tf.Tensor, before: tf.Tensor): number {
  return tf.tidy(() => {
    const lengths = gradient.norm().mul(before.norm()).add(1e-12); // the first one before is zero
    return gradient.mul(before).sum().div(lengths).dataSync()[0] ?? 0;
  });
}

for (let step = 0; step < steps; step++) {
  const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
  const [inputs, targets] = [tf.gather(x, chosen), tf.gather(y, chosen)];
  for (const run of runs) train(run, inputs, targets);
  tf.dispose([chosen, inputs, targets]);
  const losses = runs.map(({ name, losses }) => [`loss (${name})`, losses.at(-1) ?? 0]);
  const rate = runs.at(-1)?.rate ?? 0;
  await log({ ...Object.fromEntries(losses), 'learning rate': rate }, step, steps);
}

// Result -----------------------------------------------------------------------------------------
/** Mean over 20 steps: single batches vary. */
function smooth(values: number[]): number[] {
  return values.map((_, i) => {
    const last = values.slice(Math.max(0, i - 19), i + 1);
    return last.reduce((sum, value) => sum + value, 0) / last.length;
  });
}
const step = Array.from({ length: steps }, (_, i) => i);
const losses = runs.map(({ name, losses }) => [name, smooth(losses)]);
showCurve('loss', step, Object.fromEntries(losses), { xLabel: 'step' });
const rates = runs.slice(0, 2).concat(runs.slice(3)); // the highest would hide the others
showCurve(
  'learning rate',
  [...step, steps],
  Object.fromEntries(rates.map(({ name, rates }) => [name, rates])),
  { xLabel: 'step' },
);
