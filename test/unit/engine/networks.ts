/** Small networks with fixed weights and data, whose gradients any two engines must agree on. */
import * as tf from '../../../src/engine/tf.ts';

export interface Network {
  name: string;
  /** Loss and gradients by weight, computed on the backend in place. */
  gradients(): Promise<Float32Array[]>;
}

const { layers } = tf;

/** Numbers that look random and are the same on every engine. */
export function noise(shape: number[], seed: number): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  let state = seed * 2654435761;
  const values = Float32Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
  return tf.tensor(values, shape);
}

function network(
  name: string,
  build: () => tf.LayersModel,
  input: () => tf.Tensor,
  target: () => tf.Tensor,
): Network {
  return {
    name,
    async gradients() {
      tf.engine().startScope();
      const model = build();
      setWeights(model);
      const xs = input();
      const ys = target();
      const { value, grads } = tf.variableGrads(() => {
        const output = model.apply(xs, { training: true }) as tf.Tensor;
        return tf.losses.meanSquaredError(ys, output.reshape(ys.shape)) as tf.Scalar;
      });
      const results = [value, ...Object.values(grads)].map((t) => t.dataSync() as Float32Array);
      model.dispose();
      tf.engine().endScope();
      return results;
    },
  };
}

function setWeights(model: tf.LayersModel): void {
  const weights = model.getWeights().map(({ shape }, i) => noise(shape, i + 1).mul(0.3));
  model.setWeights(weights);
}

export const networks: readonly Network[] = [
  network(
    'a dense network',
    () =>
      tf.sequential({
        layers: [
          layers.dense({ units: 24, inputShape: [30], activation: 'relu' }),
          layers.dense({ units: 17, activation: 'tanh' }),
          layers.dense({ units: 9, activation: 'sigmoid' }),
        ],
      }),
    () => noise([13, 30], 91),
    () => noise([13, 9], 92),
  ),
  network(
    'a convolutional network with pooling and strides',
    () =>
      tf.sequential({
        layers: [
          layers.conv2d({ filters: 5, kernelSize: 3, padding: 'same', inputShape: [12, 11, 2] }),
          layers.maxPooling2d({ poolSize: 2, padding: 'same' }),
          layers.conv2d({ filters: 6, kernelSize: [3, 2], strides: 2, activation: 'elu' }),
          layers.averagePooling2d({ poolSize: 2 }),
          layers.flatten(),
          layers.dense({ units: 4 }),
        ],
      }),
    () => noise([7, 12, 11, 2], 93),
    () => noise([7, 4], 94),
  ),
  network(
    'a transposed-convolution decoder with batch normalization',
    () =>
      tf.sequential({
        layers: [
          layers.dense({ units: 3 * 3 * 8, inputShape: [2], activation: 'relu' }),
          layers.reshape({ targetShape: [3, 3, 8] }),
          layers.conv2dTranspose({ filters: 6, kernelSize: 4, strides: 2, padding: 'same' }),
          layers.batchNormalization(),
          layers.leakyReLU({ alpha: 0.2 }),
          layers.conv2dTranspose({ filters: 1, kernelSize: 3, strides: 3, padding: 'same' }),
          layers.activation({ activation: 'sigmoid' }),
        ],
      }),
    () => noise([5, 2], 95),
    () => noise([5, 18, 18, 1], 96),
  ),
  network(
    'an embedding with an LSTM and a GRU',
    () =>
      tf.sequential({
        layers: [
          layers.embedding({ inputDim: 11, outputDim: 6, inputLength: 8 }),
          layers.lstm({ units: 7, returnSequences: true }),
          layers.gru({ units: 5 }),
          layers.dense({ units: 3, activation: 'softmax' }),
        ],
      }),
    () => noise([4, 8], 97).mul(5.4).add(5.4).floor().cast('int32'),
    () => noise([4, 3], 98),
  ),
  network(
    'attention: products in batches, softmax',
    attention,
    () => noise([6, 5, 8], 99),
    () => noise([6, 5, 8], 100),
  ),
  network(
    'a depthwise convolution and upsampling',
    () =>
      tf.sequential({
        layers: [
          layers.depthwiseConv2d({ kernelSize: 3, padding: 'same', inputShape: [6, 6, 3] }),
          layers.upSampling2d({ size: [2, 2] }),
          layers.separableConv2d({ filters: 4, kernelSize: 3, activation: 'softplus' }),
          layers.globalAveragePooling2d({}),
        ],
      }),
    // One picture: the CPU engine's gradient of several upsampled ones is wrong (see images.test.ts).
    () => noise([1, 6, 6, 3], 101),
    () => noise([1, 4], 102),
  ),
];

function attention(): tf.LayersModel {
  const x = tf.input({ shape: [5, 8] });
  const q = layers.dense({ units: 8 }).apply(x) as tf.SymbolicTensor;
  const k = layers.dense({ units: 8 }).apply(x) as tf.SymbolicTensor;
  const scores = layers.dot({ axes: 2 }).apply([q, k]) as tf.SymbolicTensor;
  const weights = layers.softmax({ axis: -1 }).apply(scores) as tf.SymbolicTensor;
  const mixed = layers.dot({ axes: [2, 1] }).apply([weights, x]) as tf.SymbolicTensor;
  return tf.model({
    inputs: x,
    outputs: layers.layerNormalization().apply(mixed) as tf.SymbolicTensor,
  });
}
