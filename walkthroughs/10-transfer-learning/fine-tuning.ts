/**
 * Fine-tuning
 * Learns letters on frozen features of digits first, then unfreezes these at a low rate, and at one too high.
 *
 * Data:   12,000 digits and 520 letters, drawn by code, as a bad camera sees them
 * Expect: about 40 seconds; the low rate reads some more letters right than frozen features, the high one fewer
 * Try:    rates.low = 0.00003: too careful. How many epochs would it need?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const perClass = 20; // photographs of each letter to learn from
const rates = { usual: 0.003, low: 0.0005, high: 0.03 };
const batchSize = 32;
const epochs = { digits: 5, frozen: 40, tuning: 25 };

// Data -------------------------------------------------------------------------------------------
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const photographed = true; // light or dark, anywhere in a noisy picture: paper is 0, ink -1 to 1
const digits = data.digits({ count: 12000, photographed });
const test = data.letters({ count: 600, photographed, seed: 1000 });
const many = data.letters({ count: 1500, photographed });
const shown = Array.from(many.labels.dataSync());
const placesOf = (letter: number) => shown.flatMap((label, i) => (label === letter ? i : []));
const few = alphabet.flatMap((_, letter) => placesOf(letter).slice(0, perClass));
const [images, labels] = [tf.gather(many.images, few), tf.gather(many.labels, few).toFloat()]; // [520, …]
// Your own: (await data.loadImageFolder('my-letters', { size: 28 })).images, one folder a class.

// Model ------------------------------------------------------------------------------------------
const { conv2d, dense, dropout, globalMaxPooling2d } = tf.layers;
const filter = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;

// The layers that find features: one and the same for digits and for letters.
const features = [
  conv2d({ ...filter, filters: 16, kernelSize: 5, strides: 2, inputShape: [28, 28, 1] }), // [14, 14, 16]
  conv2d({ ...filter, filters: 32, strides: 2 }), // [7, 7, 32]
  conv2d({ ...filter, filters: 96 }), // [7, 7, 96]
  globalMaxPooling2d({}), // [96]: how strongly each feature was found, wherever it was
];
/** Turns what was found into a probability for each class. */
const answer = (classes: number) => [
  dropout({ rate: 0.3 }),
  dense({ units: classes, activation: 'softmax' }),
];
const digitsNetwork = tf.sequential({ layers: [...features, ...answer(10)] });
const lettersNetwork = tf.sequential({ layers: [...features, ...answer(26)] });

// Training ---------------------------------------------------------------------------------------
const compile = (model: tf.LayersModel, rate: number) =>
  model.compile({ optimizer: tf.train.adam(rate), loss: 'sparseCategoricalCrossentropy' });
compile(digitsNetwork, rates.usual);
await digitsNetwork.fit(digits.images, digits.labels.toFloat(), {
  batchSize: 64,
  epochs: epochs.digits,
  verbose: 0,
});

const named = () => (lettersNetwork.predict(test.images) as tf.Tensor).argMax(1) as tf.Tensor1D; // [600]

/** Frozen or not, at a rate, for some epochs; notes after each how many new letters are read right. */
async function train(
  name: string,
  { frozen, rate, epochs }: { frozen: boolean; rate: number; epochs: number },
) {
  for (const layer of features) layer.trainable = !frozen;
  compile(lettersNetwork, rate); // only now does it count what is trainable
  const accuracies: number[] = [];
  const onEpochEnd = async (epoch: number) => {
    const right = tf.tidy(() => named().equal(test.labels).mean().arraySync() as number);
    accuracies.push(right);
    await log({ [name]: right }, epoch + 1, epochs);
  };
  await lettersNetwork.fit(images, labels, {
    batchSize,
    epochs,
    verbose: 0,
    callbacks: { onEpochEnd },
  });
  return accuracies;
}

// First the new answer layer alone: while it is random, it would push good features about.
await train('answer layer', { frozen: true, rate: rates.usual, epochs: epochs.frozen });
const { layers } = lettersNetwork;
const start = layers.map((layer) => layer.getWeights().map((weights) => weights.clone()));

// From there three ways on, each with the same number of epochs.
const ways = [
  { name: 'frozen', frozen: true, rate: rates.usual },
  { name: 'low rate', frozen: false, rate: rates.low },
  { name: 'high rate', frozen: false, rate: rates.high },
];
const curves: Record<string, number[]> = {};
for (const { name, frozen, rate } of ways) {
  layers.forEach((layer, i) => {
    layer.setWeights(start[i] ?? []);
  });
  curves[name] = await train(name, { frozen, rate, epochs: epochs.tuning });
  const counts = tf.tidy(() => tf.math.confusionMatrix(test.labels, named(), 26));
  showMatrix(`letter (row) and answer (column), ${name}`, counts, {
    rows: alphabet,
    columns: alphabet,
  });
}

// Result -----------------------------------------------------------------------------------------
for (const [name, accuracies] of Object.entries(curves)) {
  console.log(`${name}: ${(100 * (accuracies.at(-1) ?? 0)).toFixed(1)} % of new letters right`);
}
const epoch = Object.values(curves)[0]?.map((_, i) => i + 1) ?? [];
showCurve('new letters read right', epoch, curves, {
  xLabel: 'epoch after unfreezing',
  yLabel: 'share',
});
