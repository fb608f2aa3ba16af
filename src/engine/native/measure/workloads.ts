/** A small model of each kind, to see which engine trains it faster. */
import * as tf from '../../tf.ts';
import type { Kind } from '../kind.ts';

const { layers } = tf;
const BATCH = 32;

interface Workload {
  layers(): tf.layers.Layer[];
  /** Shapes of one example. */
  input: number[];
  output: number[];
}

const workloads: Record<Kind, Workload> = {
  dense: {
    layers: () => [
      layers.dense({ units: 256, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 32 }),
      layers.dense({ units: 256, activation: 'relu' }),
      layers.dense({ units: 784, activation: 'sigmoid' }),
    ],
    input: [784],
    output: [784],
  },
  convolutional: {
    layers: () => [
      layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
      layers.flatten(),
      layers.dense({ units: 10 }),
    ],
    input: [28, 28, 1],
    output: [10],
  },
  recurrent: {
    layers: () => [layers.lstm({ units: 64, inputShape: [12, 32] }), layers.dense({ units: 32 })],
    input: [12, 32],
    output: [32],
  },
  small: {
    layers: () => [
      layers.dense({ units: 16, activation: 'tanh', inputShape: [2] }),
      layers.dense({ units: 16, activation: 'tanh' }),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
    input: [2],
    output: [1],
  },
};

/** One training step of such a model. */
export function trainingStep(kind: Kind): () => Promise<unknown> {
  const { layers, input, output } = workloads[kind];
  const model = tf.sequential({ layers: layers() });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const xs = tf.randomUniform([BATCH, ...input], 0, 1, 'float32', 1);
  const ys = tf.randomUniform([BATCH, ...output], 0, 1, 'float32', 2);
  return () => model.trainOnBatch(xs, ys);
}
