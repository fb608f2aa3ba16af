/** Trains the feature network, so that the same code and seed give the same bits on every computer. */

import { digits } from '../../data/digits.ts';
import { Random } from '../../data/random.ts';
import { portableEngine } from '../../engine/portable/engine.ts';
import { loadKernels } from '../../engine/portable/kernels/load.ts';
import { readBuild } from '../../engine/portable/kernels/nodeFiles.ts';
import * as tf from '../../engine/tf.ts';
import { normalOf } from '../../metrics/frechet.ts';
import {
  CONVOLUTIONS,
  DigitNet,
  FEATURES,
  FLAT,
  LEAK,
  SIDE,
  SIZES,
} from '../../metrics/network/digitNet.ts';
import type { Weights } from '../../metrics/network/layers.ts';

const SEED = 601;
const count = 6000; // pictures
const batchSize = 64;
const epochs = 4;
const learningRate = 0.002; // falls to 0 along half a cosine
const dropRate = 0.3; // of the features: none may carry a digit alone

interface Layer {
  kernel: tf.Variable;
  bias: tf.Variable;
}

export async function trainDigitNet(): Promise<Weights[]> {
  const engine = await startExactEngine();
  const { images, labels } = digits({ count, seed: SEED });
  const [x, y] = [tf.tensor4d(images, [count, SIDE, SIDE, 1]), tf.tensor1d(labels, 'int32')];
  const random = new Random(SEED);
  const layers = SIZES.map(({ rows, columns }, i) => makeLayer(i, rows, columns, random));
  const optimizer = tf.train.adam(learningRate);
  const steps = epochs * Math.floor(count / batchSize);
  let order: number[] = [];
  for (let step = 0; step < steps; step++) {
    if (order.length < batchSize) order = random.order(count);
    const batch = order.splice(0, batchSize);
    tf.tidy(() => {
      const [pictures, truth] = [tf.gather(x, batch), tf.oneHot(tf.gather(y, batch), 10)];
      Object.assign(optimizer, {
        learningRate: (learningRate * (1 + Math.cos((Math.PI * step) / steps))) / 2,
      });
      optimizer.minimize(() =>
        tf.losses.softmaxCrossEntropy(truth, answer(layers, pictures, step)),
      );
    });
  }
  const trained = layers.map(({ kernel, bias }) => ({
    kernel: kernel.dataSync<'float32'>().slice(),
    bias: bias.dataSync<'float32'>().slice(),
  }));
  engine.dispose();
  return standardized(trained, images);
}

/**
 * Scales each feature to a standard deviation of 1 over the pictures, and the weights after it the other way, so that
 * no feature counts more than another in a distance. A leaky ReLU lets a scale through.
 */
function standardized(layers: Weights[], images: Float32Array): Weights[] {
  const scales = deviations(new DigitNet(layers).features(images)).map((one) => 1 / one);
  const scale = (i: number) => scales[i] ?? 1;
  const [answer, features] = [layers.at(-1), layers.at(-2)];
  if (!answer || !features) throw new RangeError('There are no layers.');
  const before = {
    kernel: features.kernel.map((value, i) => value * scale(i % FEATURES)),
    bias: features.bias.map((value, i) => value * scale(i)),
  };
  const columns = answer.bias.length;
  const after = answer.kernel.map((value, i) => value / scale(Math.floor(i / columns)));
  return [...layers.slice(0, -2), before, { kernel: after, bias: answer.bias }];
}

/** @param features [count, 64] */
function deviations(features: Float32Array): Float64Array {
  const { covariance } = normalOf(features, FEATURES);
  const found = Float64Array.from({ length: FEATURES }, (_, i) =>
    Math.sqrt(covariance[i * (FEATURES + 1)] ?? 0),
  );
  const dead = found.findIndex((deviation) => !(deviation > 1e-3));
  if (dead >= 0) throw new RangeError(`Feature ${dead} is the same for all pictures.`);
  return found;
}

/** One thread and plain instructions: relaxed ones round as the processor likes. */
function startExactEngine() {
  const load = () => loadKernels({ read: readBuild, builds: ['plain'] });
  return portableEngine('It gives the same bits everywhere.', load);
}

/** He et al. 2015: the spread that ReLU keeps from layer to layer. */
function makeLayer(index: number, rows: number, columns: number, random: Random): Layer {
  const spread = Math.sqrt(2 / rows);
  const values = Float32Array.from({ length: rows * columns }, () => random.normal(0, spread));
  const convolution = CONVOLUTIONS[index];
  const shape = convolution
    ? [convolution.side, convolution.side, convolution.channelsIn, columns]
    : [rows, columns];
  return { kernel: tf.variable(tf.tensor(values, shape)), bias: tf.variable(tf.zeros([columns])) };
}

/** @returns [batch, 10], logits */
function answer(layers: readonly Layer[], images: tf.Tensor4D, step: number): tf.Tensor2D {
  let seen: tf.Tensor = images;
  layers.forEach(({ kernel, bias }, i) => {
    if (i < CONVOLUTIONS.length) {
      const filter = kernel as tf.Tensor as tf.Tensor4D;
      seen = tf.relu(tf.conv2d(seen as tf.Tensor4D, filter, 2, 'same').add(bias));
      return;
    }
    if (i === CONVOLUTIONS.length) seen = seen.reshape([-1, FLAT]);
    else seen = tf.dropout(seen, dropRate, undefined, step);
    seen = tf.matMul(seen, kernel as tf.Tensor as tf.Tensor2D).add(bias);
    if (i === CONVOLUTIONS.length) seen = tf.leakyRelu(seen, LEAK);
  });
  return seen as tf.Tensor2D;
}
