/**
 * Regularization: L1, L2, dropout, noise
 * Learns the same digits with the same network five times: once freely, four times held back in another way.
 *
 * Data:   300 small digits, a fifth of them with a random label: something not to be learned by heart
 * Expect: about 8 seconds; validation loss lower by a quarter or more with each kind of regularization
 * Try:    l2 = 0.1: what happens to the training loss, and to the weights?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, showCurve, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const l1 = 0.002; // strength of the penalty on the size of each weight
const l2 = 0.01; // strength of the penalty on the square of each weight
const dropRate = 0.75; // share of hidden units that are switched off, others at each step
const noise = 0.4; // standard deviation of what is added to each pixel, new at each step
const wrongLabels = 0.2; // share of the labels that are drawn by lot
const hiddenUnits = 128;
const epochs = 50;

// Data -------------------------------------------------------------------------------------------
const size = 14;
const pixels = size * size;

function digits(count: number, seed?: number) {
  const { images, labels } = data.digits({ count, size, ...(seed !== undefined && { seed }) });
  const lots = tf.randomUniform([count], 0, 10, 'int32');
  const isWrong = tf.randomUniform([count]).less(wrongLabels);
  return {
    x: images.reshape([count, pixels]), // [count, 196]
    y: tf.oneHot(tf.where(isWrong, lots, labels) as tf.Tensor1D, 10), // [count, 10]
  };
}
const train = digits(300);
const validation = digits(1000, 1000);

// Model ------------------------------------------------------------------------------------------
const { dense, dropout, gaussianNoise } = tf.layers;
type Regularizer = ReturnType<typeof tf.regularizers.l2>;

/** The same network each time. Dropout and noise are there in training only. */
function network(name: string, penalty?: Regularizer, dropRate = 0, noise = 0) {
  const kernelRegularizer = penalty;
  const model = tf.sequential({ name });
  model.add(gaussianNoise({ inputShape: [pixels], stddev: noise }));
  model.add(dense({ units: hiddenUnits, activation: 'relu', kernelRegularizer }));
  model.add(dropout({ rate: dropRate }));
  model.add(dense({ units: 10, activation: 'softmax', kernelRegularizer }));
  return model;
}

const networks = [
  network('none'),
  network('L1', tf.regularizers.l1({ l1 })),
  network('L2', tf.regularizers.l2({ l2 })),
  network('dropout', undefined, dropRate),
  network('noise', undefined, 0, noise),
];

// Training ---------------------------------------------------------------------------------------
const validationLoss: Record<string, number[]> = {};
for (const model of networks) {
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'categoricalCrossentropy' });
  const { history } = await model.fit(train.x, train.y, {
    batchSize: 32,
    epochs,
    validationData: [validation.x, validation.y],
  });
  validationLoss[model.name] = history.val_loss as number[]; // without the penalty, so they can be compared
}

// Result -----------------------------------------------------------------------------------------
const epoch = Array.from({ length: validationLoss.none?.length ?? 0 }, (_, i) => i + 1);
showCurve('validation loss', epoch, validationLoss, { xLabel: 'epoch', yLabel: 'cross-entropy' });

// What 12 hidden units look at: grey is a weight of 0, white is positive, black is negative.
const weightsOf = (model: tf.Sequential) => model.layers[1]?.getWeights()[0] as tf.Tensor2D; // [196, 128]
const looks = networks.map((model) => weightsOf(model).transpose().slice(0, 12)); // [12, 196]
showImages('weights: none, L1, L2, dropout, noise', tf.concat(looks), {
  columns: 12,
  range: [-0.3, 0.3],
});

// Where each network has its weights: what share of them is close to each size.
const sizes = Array.from({ length: 41 }, (_, i) => (i - 20) / 50);
const shares = networks.map((model) => {
  const weights = [...weightsOf(model).dataSync()];
  const near = (size: number) => weights.filter((weight) => Math.abs(weight - size) <= 0.01);
  return [model.name, sizes.map((size) => near(size).length / weights.length)];
});
showCurve('weights', sizes, Object.fromEntries(shares), { xLabel: 'weight', yLabel: 'share' });
