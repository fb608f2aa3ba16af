/**
 * Early stopping
 * Learns a noisy curve only as long as that helps on other points, and goes back to the weights that did best.
 *
 * Data:   20 noisy points of a wave to learn from, 100 others to validate with
 * Expect: about 3 seconds; stops by itself after 50 to 200 of 1,000 epochs
 * Try:    patience = 3, then 300: which one stops too soon, and what does the other cost?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const patience = 40; // epochs without a new lowest validation loss before it stops
const most = 1000; // epochs, if nothing stops it
const learningRate = 0.003;
const batchSize = 5;

// Data -------------------------------------------------------------------------------------------
const noise = 0.5;
const train = data.wave({ count: 20, noise }); // x and y: [20, 1]
const validation = data.wave({ count: 100, seed: 1000, noise }); // decides when to stop
const truth = data.wave({ count: 100, seed: 1000, noise: 0 }); // the same x, without noise

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = { units: 64, activation: 'relu' } as const;
const model = tf.sequential({
  layers: [
    dense({ inputShape: [1], ...hidden }),
    dense(hidden),
    dense(hidden),
    dense({ units: 1 }),
  ],
}); // more weights than 20 points need: left alone, it learns their noise by heart

model.compile({ optimizer: tf.train.adam(learningRate), loss: 'meanSquaredError' });

// Training ---------------------------------------------------------------------------------------
let bestLoss = Number.POSITIVE_INFINITY;
let bestEpoch = 0;
let bestWeights: tf.Tensor[] = [];

await model.fit(train.x, train.y, {
  batchSize,
  epochs: most,
  validationData: [validation.x, validation.y],
  callbacks: { onEpochEnd: stopWhenItGetsWorse },
});

function stopWhenItGetsWorse(epoch: number, logs?: tf.Logs): void {
  const loss = logs?.val_loss ?? Number.NaN;
  if (loss < bestLoss) {
    bestLoss = loss;
    bestEpoch = epoch;
    tf.dispose(bestWeights);
    bestWeights = model.getWeights().map((weight) => weight.clone()); // a copy: training goes on
  }
  if (epoch - bestEpoch >= patience) model.stopTraining = true;
  if (epoch % 10 === 0) showFit('while it trains', epoch + 1);
}

// Result -----------------------------------------------------------------------------------------
const lastLoss = lossNow();
const last = tf.tidy(() => model.predict(validation.x) as tf.Tensor); // what training ended with
model.setWeights(bestWeights); // without this line, patience would cost what it waited for
const restoredLoss = lossNow();
await log({ 'last loss': lastLoss, 'restored loss': restoredLoss });
console.log(`Best epoch: ${bestEpoch + 1}. Its weights are back: validation loss ${restoredLoss}.`);

showPoints('validation points', tf.concat([validation.x, validation.y], 1));
const restored = model.predict(validation.x) as tf.Tensor;
showCurve('where it stopped, and what it went back to', validation.x, {
  truth: truth.y,
  last,
  restored,
});

function lossNow(): number {
  return tf.tidy(() => {
    const loss = model.evaluate(validation.x, validation.y) as tf.Scalar;
    return loss.dataSync()[0] ?? Number.NaN;
  });
}

function showFit(name: string, step: number): void {
  tf.tidy(() => {
    const lines = { truth: truth.y, model: model.predict(truth.x) as tf.Tensor };
    showCurve(name, truth.x, lines, { step });
  });
}
