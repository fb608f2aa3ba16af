/** Classifiers that never see what the examples see: trained on digits and letters of other seeds. */
import type { LabelledImages } from '../../src/data/characters.ts';
import { digits } from '../../src/data/digits.ts';
import { letters } from '../../src/data/letters.ts';
import * as tf from '../../src/engine/tf.ts';

export interface Judge {
  /** Share of digits of yet another seed that it names correctly. */
  accuracy: number;
  /** @param pixels [count, 784] @returns the class and its probability, of each image */
  name(pixels: Float32Array): { label: number; confidence: number }[];
  /** @param pixels [count, 784] @returns [count, FEATURES]: the numbers before the answer */
  features(pixels: Float32Array): Float32Array;
}

export const FEATURES = 64;

const SEED = 771_001;

/** Names digits, 0 to 9. */
export function trainDigitJudge(): Promise<Judge> {
  const draw = (count: number, seed: number) => digits({ count, seed });
  return train(draw(10_000, SEED), draw(1000, SEED + 1), 10);
}

/** Tells digits (0) from letters that look like none (1). */
export function trainKindJudge(): Promise<Judge> {
  const draw = (count: number, seed: number) =>
    join(digits({ count, seed }), letters({ count, seed, classes: 'AEFHKMNRTVWXY' }));
  return train(draw(5000, SEED + 2), draw(500, SEED + 3), 2);
}

function join(normal: LabelledImages, strange: LabelledImages): LabelledImages {
  const images = Float32Array.from([...normal.images, ...strange.images]);
  const labels = new Uint8Array(normal.labels.length + strange.labels.length);
  labels.fill(1, normal.labels.length);
  return { images, labels };
}

async function train(known: LabelledImages, unknown: LabelledImages, classes: number) {
  const model = network(classes);
  model.compile({ optimizer: tf.train.adam(0.002), loss: 'sparseCategoricalCrossentropy' });
  const labels = tf.tensor1d(Float32Array.from(known.labels));
  await model.fit(images(known.images), labels, { batchSize: 64, epochs: 4, verbose: 0 });
  const name = (pixels: Float32Array) => tf.tidy(() => decide(model, pixels));
  const right = name(unknown.images).filter(({ label }, i) => label === unknown.labels[i]);
  const look = tf.model({ inputs: model.inputs, outputs: model.getLayer('features').output });
  const features = (pixels: Float32Array) =>
    tf.tidy(() => Float32Array.from((look.predict(images(pixels)) as tf.Tensor).dataSync()));
  return { name, features, accuracy: right.length / unknown.labels.length };
}

function network(classes: number): tf.Sequential {
  const { conv2d, dense, dropout, flatten } = tf.layers;
  const filter = { kernelSize: 3, strides: 2, activation: 'relu', padding: 'same' } as const;
  return tf.sequential({
    layers: [
      conv2d({ ...filter, inputShape: [28, 28, 1], filters: 12, kernelSize: 5 }),
      conv2d({ ...filter, filters: 24 }),
      flatten(),
      dropout({ rate: 0.3 }),
      dense({ units: FEATURES, activation: 'relu', name: 'features' }),
      dense({ units: classes, activation: 'softmax' }),
    ],
  });
}

function images(pixels: Float32Array): tf.Tensor4D {
  return tf.tensor4d(pixels, [pixels.length / 784, 28, 28, 1]);
}

function decide(model: tf.Sequential, pixels: Float32Array) {
  const odds = model.predict(images(pixels)) as tf.Tensor2D; // [count, classes]
  const confidences = odds.max(1).dataSync();
  return Array.from(odds.argMax(1).dataSync(), (label, i) => ({
    label,
    confidence: confidences[i] ?? 0,
  }));
}
