/** A small dense classifier: features → hidden layers → one probability a class. */
import type { Random } from '../../../data/random.ts';
import type { Dense } from './dense.ts';
import { backward, forward, stack, update } from './layers.ts';

export interface ClassifierShape {
  features: number;
  hidden: readonly number[];
  classes: number;
}

/** Keeps the logarithm finite. */
const TINY = 1e-9;

export class Classifier {
  readonly shape: ClassifierShape;
  /** Ends in one logit a class. */
  readonly layers: readonly Dense[];

  constructor(shape: ClassifierShape, random: Random) {
    const { features, hidden, classes } = shape;
    this.shape = shape;
    this.layers = stack([features, ...hidden, classes], 'linear', random);
  }

  /** [batch, features] → [batch, classes]; each row sums to 1. */
  predict(inputs: Float32Array, batch = inputs.length / this.shape.features): Float32Array {
    const { classes } = this.shape;
    const logits = forward(this.layers, inputs, batch).slice(0, batch * classes);
    for (let b = 0; b < batch; b++) softmax(logits.subarray(b * classes, (b + 1) * classes));
    return logits;
  }

  /** One step of Adam on one batch; returns the mean cross-entropy −ln p(label) before it, in nats. */
  train(inputs: Float32Array, labels: ArrayLike<number>, rate: number): number {
    const loss = this.accumulate(inputs, labels);
    update(this.layers, rate);
    return loss;
  }

  /** Adds the gradients of the mean cross-entropy to those of the layers; returns it. */
  accumulate(inputs: Float32Array, labels: ArrayLike<number>): number {
    const { classes } = this.shape;
    const batch = labels.length;
    const gradient = this.predict(inputs, batch);
    let loss = 0;
    for (let b = 0; b < batch; b++) {
      const at = b * classes + (labels[b] ?? 0);
      loss -= Math.log(Math.max(TINY, gradient[at] ?? 0)) / batch;
      gradient[at] = (gradient[at] ?? 0) - 1; // softmax and cross-entropy together: p − one-hot
    }
    for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] ?? 0) / batch;
    backward(this.layers, gradient, batch, false);
    return loss;
  }
}

/** In place; the largest logit is taken off first, so that nothing overflows. */
export function softmax(logits: Float32Array): void {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const value = Math.exp((logits[i] ?? 0) - most);
    logits[i] = value;
    sum += value;
  }
  for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] ?? 0) / sum;
}
