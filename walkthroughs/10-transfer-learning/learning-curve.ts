/**
 * Learning curve
 * Learns letters from few and from more images of each: from scratch, on frozen features of digits, and fine-tuned.
 *
 * Data:   12,000 digits and up to 1,300 letters, drawn by code, as a bad camera sees them
 * Expect: about 45 seconds; with few images transfer reads far more new letters right, with many the ways draw nearer
 * Try:    photographed = false: easier pictures. From how many images on is scratch as good now?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const counts = [2, 5, 10, 20, 50]; // images of each letter to learn from
const rates = { usual: 0.003, low: 0.0005 };
const batchSize = 32;
const steps = { answer: 800, all: 400 }; // of training, however many images there are
const digitEpochs = 5;

// Data -------------------------------------------------------------------------------------------
const photographed = true; // light or dark, anywhere in a noisy picture: paper is 0, ink -1 to 1
const digits = data.digits({ count: 12000, photographed });
const test = data.letters({ count: 600, photographed, seed: 1000 });
const many = data.letters({ count: 2400, photographed });
const shown = Array.from(many.labels.dataSync());

/** So many images of each letter. */
function few(perClass: number) {
  const placesOf = (letter: number) => shown.flatMap((label, i) => (label === letter ? i : []));
  const places = Array.from({ length: 26 }, (_, letter) =>
    placesOf(letter).slice(0, perClass),
  ).flat();
  return {
    images: tf.gather(many.images, places),
    labels: tf.gather(many.labels, places).toFloat(),
  };
}

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
const answer = (classes: number) => [
  dropout({ rate: 0.3, inputShape: [96] }),
  dense({ units: classes, activation: 'softmax' }),
];

// Training ---------------------------------------------------------------------------------------
const found = tf.sequential({ layers: features() }); // pictures in, features out
const digitsNetwork = tf.sequential({ layers: [found, ...answer(10)] });
digitsNetwork.compile({
  optimizer: tf.train.adam(rates.usual),
  loss: 'sparseCategoricalCrossentropy',
});
await digitsNetwork.fit(digits.images, digits.labels.toFloat(), {
  batchSize: 64,
  epochs: digitEpochs,
  verbose: 0,
});

type Letters = { images: tf.Tensor; labels: tf.Tensor };
const right = (model: tf.LayersModel, { images, labels }: Letters) =>
  tf.tidy(
    () =>
      (model.predict(images) as tf.Tensor)
        .argMax(1)
        .equal(labels.toInt())
        .mean()
        .arraySync() as number,
  );

async function fit(
  model: tf.LayersModel,
  { images, labels }: Letters,
  rate: number,
  steps: number,
) {
  const optimizer = tf.train.adam(rate);
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
  const epochs = Math.ceil(steps / Math.ceil(images.shape[0] / batchSize));
  await model.fit(images, labels, { batchSize, epochs, verbose: 0 });
  optimizer.dispose(); // with its running means, two numbers a weight
}

const curves: Record<string, number[]> = { 'from scratch': [], frozen: [], 'fine-tuned': [] };
const gaps: Record<string, number[]> = { 'from scratch': [], frozen: [], 'fine-tuned': [] };
for (const perClass of counts) {
  const letters = few(perClass);
  const note = (way: string, model: tf.LayersModel) => {
    const accuracy = right(model, test);
    curves[way]?.push(accuracy);
    gaps[way]?.push(right(model, letters) - accuracy);
    return log({ [`${way}, new letters right`]: accuracy }, perClass);
  };
  const scratch = tf.sequential({ layers: [...features(), ...answer(26)] });
  await fit(scratch, letters, rates.usual, steps.all);
  await note('from scratch', scratch);

  // Frozen: the features of each image are computed once, and only the answer layer learns.
  const head = tf.sequential({ layers: answer(26) });
  const known = found.predict(letters.images) as tf.Tensor; // [26 · perClass, 96]
  await fit(head, { images: known, labels: letters.labels }, rates.usual, steps.answer);
  const body = tf.sequential({ layers: features() });
  body.setWeights(found.getWeights());
  const tuned = tf.sequential({ layers: [body, head] });
  await note('frozen', tuned);

  // Fine-tuned: from there on all layers learn, at a low rate.
  await fit(tuned, letters, rates.low, steps.all);
  await note('fine-tuned', tuned);
  tf.dispose([letters, known]);
  for (const model of [scratch, tuned]) model.dispose();
}

// Result -----------------------------------------------------------------------------------------
const xLabel = 'images of each letter';
showCurve('new letters read right', counts, curves, { xLabel, yLabel: 'share' });
showCurve('overfitting', counts, gaps, { xLabel, yLabel: 'share right of learned minus new' });
