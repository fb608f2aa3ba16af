/**
 * Transfer learning
 * Learns to read letters from 20 photographs of each, with the layers of a network that reads digits.
 *
 * Data:   12,000 digits and 520 letters, drawn by code, as a bad camera sees them
 * Expect: about 25 seconds, half of them for the digits; 64 of 100 new letters read right, from scratch 34
 * Try:    keep = 3, 2, then 1 layers of the digits network: are early or late features worth more to letters?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const perClass = 20; // photographs of each letter to learn from
const keep = 4; // layers of the digits network: three convolutions and the pooling
const learningRate = 0.003;
const batchSize = 32;
const epochs = { digits: 5, letters: 60 };

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

/** The layers that find features, without an answer. */
const features = () => [
  conv2d({ ...filter, filters: 16, kernelSize: 5, strides: 2, inputShape: [28, 28, 1] }), // [14, 14, 16]
  conv2d({ ...filter, filters: 32, strides: 2 }), // [7, 7, 32]
  conv2d({ ...filter, filters: 96 }), // [7, 7, 96]
  globalMaxPooling2d({}), // [96]: how strongly each feature was found, wherever it was
];
/** Turns what was found into a probability for each class. */
const answer = (classes: number, inputShape = [96]) => [
  dropout({ rate: 0.3, inputShape }),
  dense({ units: classes, activation: 'softmax' }),
];
const compile = (model: tf.LayersModel) =>
  model.compile({
    optimizer: tf.train.adam(learningRate),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });

// Training ---------------------------------------------------------------------------------------
// Before: the pre-trained network. Of digits there are plenty.
const digitsNetwork = tf.sequential({ layers: [...features(), ...answer(10)] });
compile(digitsNetwork);
await digitsNetwork.fit(digits.images, digits.labels.toFloat(), {
  batchSize: 64,
  epochs: epochs.digits,
  verbose: 0,
});

/** Learns the letters, and notes after each epoch how many new ones are read right. */
async function learn(name: string, model: tf.LayersModel, known: tf.Tensor, unknown: tf.Tensor) {
  const accuracies: number[] = [];
  let [seconds, begun] = [0, 0]; // of training, without the tests in between
  compile(model);
  const onEpochBegin = () => {
    begun = performance.now();
  };
  const onEpochEnd = async (epoch: number) => {
    seconds += (performance.now() - begun) / 1000;
    const right = tf.tidy(
      () => named(model, unknown).equal(test.labels).mean().arraySync() as number,
    );
    accuracies.push(right);
    await log({ [name]: right }, epoch + 1, epochs.letters);
  };
  await model.fit(known, labels, {
    batchSize,
    epochs: epochs.letters,
    verbose: 0,
    callbacks: { onEpochBegin, onEpochEnd },
  });
  return { name, model, unknown, accuracies, seconds };
}
const named = (model: tf.LayersModel, pictures: tf.Tensor) =>
  (model.predict(pictures) as tf.Tensor).argMax(1) as tf.Tensor1D; // [600]

// From scratch: the same layers, beginning at random.
const fresh = tf.sequential({ layers: [...features(), ...answer(26)] });
const scratch = await learn('from scratch', fresh, images, test.images);

// Transferred: cut the layers after the features off, and freeze the ones that stay.
const kept = digitsNetwork.layers[keep - 1] as tf.layers.Layer;
const extractor = tf.model({ inputs: digitsNetwork.inputs, outputs: kept.output });
extractor.trainable = false;
// Frozen layers give the same features in each epoch, so they need to look at each letter only once.
const extract = (pictures: tf.Tensor) =>
  tf.tidy(() => (extractor.predict(pictures) as tf.Tensor).reshape([pictures.shape[0], -1]));
const [known, unknown] = [extract(images), extract(test.images)]; // [520, 96], [600, 96]
const head = tf.sequential({ layers: answer(26, [known.shape[1] as number]) });
const transferred = await learn('transferred', head, known, unknown);

// Result -----------------------------------------------------------------------------------------
for (const { name, model, unknown, accuracies, seconds } of [scratch, transferred]) {
  console.log(
    `${name}: ${(100 * (accuracies.at(-1) ?? 0)).toFixed(1)} % right, after ${seconds.toFixed(1)} s`,
  );
  const counts = tf.tidy(() => tf.math.confusionMatrix(test.labels, named(model, unknown), 26));
  showMatrix(`letter (row) and answer (column), ${name}`, counts, {
    rows: alphabet,
    columns: alphabet,
  });
}
const epoch = scratch.accuracies.map((_, i) => i + 1);
showCurve(
  'new letters read right',
  epoch,
  { 'from scratch': scratch.accuracies, transferred: transferred.accuracies },
  { xLabel: 'epoch', yLabel: 'share' },
);
