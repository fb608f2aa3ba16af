/**
 * Image classification
 * Learns from labelled digits to name digits it has never seen: supervised learning.
 *
 * Data:   4,000 labelled digits to learn from and 1,000 others to test with, drawn by code
 * Expect: about 5 seconds; 99 of 100 new digits get the right name
 * Try:    trainCount = 300: how many mistakes does it make with fewer examples?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const trainCount = 4000;
const learningRate = 0.002; // Adam's step size
const batchSize = 64;
const epochs = 5;

// Data -------------------------------------------------------------------------------------------
// The features are the pixels of an image; its label is the digit that it shows.
const train = data.digits({ count: trainCount }); // images [4000, 28, 28, 1], labels [4000]
const test = data.digits({ count: 1000, seed: 1000 }); // kept back: never learned from
// Your own: await data.loadIdx('t10k-images.gz', 't10k-labels.gz') for MNIST’s files, beside this script.
const testLabels = test.labels.arraySync();
const names = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

// Model ------------------------------------------------------------------------------------------
const { conv2d, dense, dropout, flatten } = tf.layers;
const conv = { strides: 2, padding: 'same', activation: 'relu' } as const;
const classifier = tf.sequential({
  layers: [
    conv2d({ ...conv, inputShape: [28, 28, 1], filters: 16, kernelSize: 5 }), // [batch, 14, 14, 16]
    conv2d({ ...conv, filters: 32, kernelSize: 3 }), // [batch, 7, 7, 32]
    flatten(),
    dropout({ rate: 0.3 }), // half-blind while learning, so that it relies on no single stroke
    dense({ units: 64, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }), // [batch, 10]: a probability for each digit
  ],
});

// Training ---------------------------------------------------------------------------------------
// The loss is small where the label's own digit gets a high probability.
classifier.compile({
  optimizer: tf.train.adam(learningRate),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
});

const labels = (set: typeof train) => set.labels.cast('float32');
await classifier.fit(train.images, labels(train), {
  batchSize,
  epochs,
  validationData: [test.images, labels(test)],
  callbacks: { onEpochEnd: (epoch) => tf.tidy(() => showMistakes(epoch + 1)) },
});

/** Row: the label; column: what the network says. Whatever is off the diagonal is a mistake. */
function showMistakes(step: number): void {
  const probabilities = classifier.predict(test.images) as tf.Tensor2D; // [1000, 10]
  const guesses = probabilities.argMax(1) as tf.Tensor1D; // [1000], the most probable digit
  const confusion = tf.math.confusionMatrix(test.labels, guesses, 10); // [10, 10]
  showMatrix('confusion: label by guess', confusion, { step, rows: names, columns: names });

  const guessed = guesses.arraySync();
  const wrong = testLabels.flatMap((label, i) => (label === guessed[i] ? [] : [i])).slice(0, 40);
  if (wrong.length === 0) return;
  showImages('wrong guesses', test.images.gather(wrong), {
    step,
    columns: 10,
    labels: wrong.map((i) => `${testLabels[i]}, guessed ${guessed[i]}`),
  });
}

// Result -----------------------------------------------------------------------------------------
// Accuracy: the share of digits it has never seen that get the right name.
const [, accuracy] = classifier.evaluate(test.images, labels(test)) as tf.Scalar[];
if (accuracy) await log({ 'test accuracy': accuracy }, epochs);
