/**
 * Augmentation
 * Learns to read digits from only 200 pictures: as they are, moved a little each time, and turned until they lie.
 *
 * Data:   200 handwritten digits to learn from and 1,000 to test on, drawn by code
 * Expect: about 10 seconds; moving pictures a little raises the test accuracy by some percent, lying ruins it
 * Try:    turn: 90 in moved: from which angle on does a 6 stop being a 6?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
/** How far a picture may go, each way: degrees, pixels, share of its size, strength of noise; mirrored or not. */
const recipes = {
  plain: { turn: 0, shift: 0, zoom: 0, noise: 0, mirror: false },
  moved: { turn: 15, shift: 2, zoom: 0.15, noise: 0.05, mirror: false },
  lying: { turn: 180, shift: 2, zoom: 0.15, noise: 0.05, mirror: true }, // makes 9s that are called 6
};
type Recipe = (typeof recipes)['plain'];
const batchSize = 32;
const steps = 400;
const learningRate = 0.002; // for Adam

// Data -------------------------------------------------------------------------------------------
const train = data.digits({ count: 200 }); // images [200, 28, 28, 1], labels [200]
// Your own pictures: … = await data.loadImageFolder('my-digits', { size: 28, invert: true });
const test = data.digits({ count: 1000, seed: 1000 });
const centre = (28 - 1) / 2; // of a picture, in pixels
const within = (most: number) => most * (2 * Math.random() - 1);

/** Each picture turned, moved, resized, mirrored and made noisy by chance: what it shows stays the same, or should. */
function augment(images: tf.Tensor4D, { turn, shift, zoom, noise, mirror }: Recipe): tf.Tensor4D {
  const moved = (tf.split(images, images.shape[0]) as tf.Tensor4D[]).map((picture) => {
    const angle = (within(turn) * Math.PI) / 180;
    const size = 1 + within(zoom);
    const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
    const side = mirror && Math.random() < 0.5 ? -1 : 1;
    const [x, y] = [centre + within(shift), centre + within(shift)]; // the new centre: a random crop
    // Where pixel (x', y') of the new picture comes from: x = m0 x' + m1 y' + m2, y = m3 x' + m4 y' + m5.
    const rowX = [side * cos, -side * sin, centre - side * (cos * x - sin * y)];
    const rowY = [sin, cos, centre - sin * x - cos * y];
    // One by one: given a batch, tf.image.transform of TensorFlow.js 4.22 moves its first picture only.
    return tf.image.transform(picture, [[...rowX, ...rowY, 0, 0]], 'bilinear', 'constant', 0);
  });
  const noisy = tf.concat(moved).add(tf.randomNormal(images.shape, 0, noise));
  return noisy.clipByValue(0, 1) as tf.Tensor4D;
}

// Model ------------------------------------------------------------------------------------------
function classifier(): tf.Sequential {
  const { conv2d, flatten, dense } = tf.layers;
  const filter = { kernelSize: 3, strides: 2, activation: 'relu', padding: 'same' } as const;
  const model = tf.sequential({
    layers: [
      conv2d({ ...filter, inputShape: [28, 28, 1], filters: 12 }),
      conv2d({ ...filter, filters: 24 }),
      flatten(),
      dense({ units: 48, activation: 'relu' }),
      dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'sparseCategoricalCrossentropy' });
  return model;
}

function namesOf(model: tf.Sequential): tf.Tensor1D {
  return (model.predict(test.images) as tf.Tensor).argMax(1) as tf.Tensor1D; // [1000]
}

// Training ---------------------------------------------------------------------------------------
const models = Object.entries(recipes).map(([name, recipe]) => ({
  name,
  recipe,
  model: classifier(),
}));
for (let step = 1; step <= steps; step++) {
  const chosen = tf.randomUniform([batchSize], 0, 200, 'int32');
  for (const { recipe, model } of models) {
    const batch = tf.tidy(() => augment(tf.gather(train.images, chosen), recipe)); // anew every time
    const labels = tf.tidy(() => tf.gather(train.labels, chosen).toFloat());
    await model.trainOnBatch(batch, labels);
    tf.dispose([batch, labels]);
  }
  chosen.dispose();
  if (step % 50 === 0) await log(accuracies(), step, steps);
}

function accuracies(): Record<string, number> {
  const share = (model: tf.Sequential) =>
    tf.tidy(() => namesOf(model).equal(test.labels).toFloat().mean().arraySync() as number);
  return Object.fromEntries(models.map(({ name, model }) => [`accuracy ${name}`, share(model)]));
}

// Result -----------------------------------------------------------------------------------------
const six = train.labels.arraySync().indexOf(6);
const copies = tf.tile(train.images.slice(six, 1), [20, 1, 1, 1]); // the same 6, twenty times
for (const { name, recipe, model } of models) {
  tf.tidy(() => {
    showImages(`a 6, ${name}`, augment(copies, recipe), { step: steps, columns: 10 });
    const matrix = tf.math.confusionMatrix(test.labels, namesOf(model), 10); // [true digit, guess]
    showMatrix(`confusion, ${name}`, matrix, { step: steps });
  });
}
