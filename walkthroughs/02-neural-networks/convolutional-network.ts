/**
 * Convolutional network
 * Learns to read drawn digits with small filters that slide over the picture, then dreams digits of its own.
 *
 * Data:   6,000 handwritten digits, drawn by code
 * Expect: about 12 seconds; 99 of 100 new digits are read right, and it draws what it takes for a digit
 * Try:    noise = 0: it reads as well, but what it dreams looks less like digits
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const filters = [8, 16] as const; // in the first convolution and in the second
const kernelSize = 5; // pixels
const noise = 0.6; // added to each picture in training, so that no single pixel can be trusted
const learningRate = 0.002;
const batchSize = 64;
const epochs = 6;
const dreamSteps = 100;

// Data -------------------------------------------------------------------------------------------
const classes = 10;
const train = data.digits({ count: 6000 }); // images [6000, 28, 28, 1], labels [6000]
const test = data.digits({ count: 1000, seed: 1000 });

// Model ------------------------------------------------------------------------------------------
const { conv2d, dense, dropout, flatten, gaussianNoise, maxPooling2d } = tf.layers;
const filter = { kernelSize, padding: 'same', activation: 'relu' } as const; // 'same': zeros around
const model = tf.sequential({
  layers: [
    gaussianNoise({ stddev: noise, inputShape: [28, 28, 1] }), // only while it trains
    conv2d({ ...filter, filters: filters[0], name: 'first' }), // feature maps [28, 28, 8]
    maxPooling2d({ poolSize: 2 }), // the largest of each 2 × 2: [14, 14, 8]
    conv2d({ ...filter, filters: filters[1] }), // [14, 14, 16]
    maxPooling2d({ poolSize: 2 }), // [7, 7, 16]
    flatten(), // [784]
    dropout({ rate: 0.3 }), // only while it trains: features go missing, so that it looks for several
    dense({ units: 64, activation: 'relu' }),
    dense({ units: classes, activation: 'softmax' }), // a probability for each digit
  ],
});
const first = model.getLayer('first');
const featureMaps = tf.model({ inputs: model.inputs, outputs: first.output });

// Training ---------------------------------------------------------------------------------------
model.compile({
  optimizer: tf.train.adam(learningRate),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
});
const label = (labels: tf.Tensor) => labels.cast('float32');
await model.fit(train.images, label(train.labels), {
  batchSize,
  epochs,
  validationData: [test.images, label(test.labels)],
  callbacks: { onEpochEnd: lookInside },
});

/** The filters of the first layer, and what each of them finds in one digit. */
function lookInside(epoch: number): void {
  tf.tidy(() => {
    const kernels = tf.transpose(first.getWeights()[0] as tf.Tensor, [3, 0, 1, 2]); // [8, 5, 5, 1]
    const maps = featureMaps.predict(test.images.slice(0, 1)) as tf.Tensor; // [1, 28, 28, 8]
    const features = tf.transpose(maps, [3, 1, 2, 0]); // [8, 28, 28, 1]
    const step = epoch + 1;
    showImages('filters', kernels, { step, columns: filters[0], range: [-0.4, 0.4] });
    showImages('feature maps', features.div(features.max()), { step, columns: filters[0] });
  });
}

// Result -----------------------------------------------------------------------------------------
const named = tf.tidy(() => (model.predict(test.images) as tf.Tensor).argMax(1)); // [1000]
const confusion = tf.math.confusionMatrix(test.labels, named as tf.Tensor1D, classes);
showMatrix('label (row) and answer (column)', confusion);

// Dreaming: now the weights stay, and ten pictures follow the gradient uphill to what the network takes
// for a 0, a 1, … a 9. They begin as noise; no drawn digit goes in.
const wanted = tf.range(0, classes, 1, 'int32'); // [10]
const ink = tf.variable(tf.randomNormal([classes, 20, 20, 1], -2, 0.5)); // before the sigmoid
const dreamer = tf.train.adam(0.1);

/** Grey from 0 to 1, in an empty frame as digits have it, and softened: strokes are wider than a pixel. */
function picture(): tf.Tensor4D {
  const framed = tf.pad(tf.sigmoid(ink), [
    [0, 0],
    [4, 4],
    [4, 4],
    [0, 0],
  ]) as tf.Tensor4D;
  return tf.avgPool(framed, 3, 1, 'same'); // [10, 28, 28, 1]
}

/** How much neighbouring pixels differ: little in strokes, much in speckle. */
function roughness(images: tf.Tensor4D): tf.Tensor {
  const down = images.slice([0, 1], [-1, 27]).sub(images.slice([0, 0], [-1, 27]));
  const right = images.slice([0, 0, 1], [-1, -1, 27]).sub(images.slice([0, 0, 0], [-1, -1, 27]));
  return down.abs().mean().add(right.abs().mean());
}

for (let step = 1; step <= dreamSteps; step++) {
  const loss = dreamer.minimize(
    () => {
      const images = picture();
      // It looks as it learned to: through noise and with features missing.
      const answers = model.apply(images, { training: true }) as tf.Tensor; // [10, 10]
      const likelihood = tf.oneHot(wanted, classes).mul(answers.add(1e-7).log()).sum(1).mean();
      return roughness(images).mul(3).sub(likelihood).asScalar();
    },
    true,
    [ink],
  );
  if (loss) await log({ 'dream loss': loss }, step, dreamSteps);
  loss?.dispose();
  if (step % 10 === 0) tf.tidy(() => showImages('dreamed digits', picture(), { step, columns: 5 }));
}
