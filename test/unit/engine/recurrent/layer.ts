/** Recurrent layers with random settings and weights, their results and gradients. */
import assert from 'node:assert/strict';
import * as kernel from '../../../../src/engine/portable/assembly/kinds.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { Draw } from '../draw.ts';
import { useReference, useVariant, variants } from '../variants.ts';

export const kinds = ['lstm', 'gru', 'simpleRNN'] as const;
export type Kind = (typeof kinds)[number];

export interface Case {
  kind: Kind;
  options: Record<string, unknown>;
  /** Batch, time steps, features. */
  shape: [number, number, number];
  /** Whether states before the first step are given. */
  initial: boolean;
}

/** A configuration that the fused kernels take. */
export function drawCase(draw: Draw, kind: Kind): Case {
  const flag = () => draw.next() < 0.5;
  const gates =
    kind === 'simpleRNN' ? {} : { recurrentActivation: draw.pick(['sigmoid', 'hardSigmoid']) };
  return {
    kind,
    options: {
      ...gates,
      units: draw.integer(1, 21),
      useBias: flag(),
      returnSequences: flag(),
      returnState: flag(),
      goBackwards: flag(),
    },
    // From two steps on: at one, TensorFlow.js itself computes no gradient.
    shape: [draw.integer(1, 36), draw.integer(2, 5), draw.integer(1, 20)],
    initial: flag(),
  };
}

/** @returns the layer’s outputs, and the gradients of a weighted sum of them by x, the weights and the states given */
export function outputsAndGradients(
  { kind, options, shape, initial }: Case,
  seed: number,
): tf.Tensor[] {
  const draw = new Draw(seed);
  const x = draw.tensor(shape);
  const layer = makeLayer(kind, options);
  layer.apply(x);
  layer.setWeights(layer.getWeights().map((weight) => draw.tensor(weight.shape)));
  const states = initial ? statesFor(kind, options, shape, draw) : [];
  const variables = layer.weights.map((weight) => weight.read());
  const run = (data: tf.Tensor, training: boolean) =>
    [
      layer.apply(data, { training, ...(initial ? { initialState: states } : {}) }),
    ].flat() as tf.Tensor[];
  const outputs = run(x, false);
  const factors = outputs.map((output) => draw.tensor(output.shape));
  const { value, grads } = tf
    .engine()
    .gradients(
      () => tf.addN(run(x, true).map((y, i) => y.mul(factors[i] ?? 0).sum())),
      [x, ...variables, ...states],
    );
  return [...outputs, value, ...grads];
}

export function makeLayer(kind: Kind, options: Record<string, unknown>): tf.layers.Layer {
  // The usual start, an orthogonal matrix, takes long to compute.
  return tf.layers[kind]({ units: 1, recurrentInitializer: 'glorotNormal', ...options });
}

function statesFor(
  kind: Kind,
  options: Case['options'],
  [batch]: Case['shape'],
  draw: Draw,
): tf.Tensor[] {
  const shape = [batch, options.units as number];
  return Array.from({ length: kind === 'lstm' ? 2 : 1 }, () => draw.tensor(shape));
}

/** Asserts that all engines agree. */
export async function assertAgree(compute: () => tf.Tensor[], where: string): Promise<void> {
  const { expected, actual } = await everywhere(compute);
  for (const [build, results] of actual) {
    assert.equal(results.length, expected.length);
    for (const [i, values] of expected.entries()) {
      const apart = distance(results[i] ?? new Float32Array(), values);
      assert.ok(apart <= 1e-5, `${build}, ${where}, result ${i}: ${apart} apart`);
    }
  }
}

/** The kernels of recurrent layers that `compute` runs. */
export async function kernelsOf(compute: () => void): Promise<number[]> {
  const { kernels } = await useVariant('relaxed');
  const ran: number[] = [];
  const run = kernels.run.bind(kernels);
  kernels.run = (which, ...args) => {
    if (which >= kernel.LSTM_FORWARD && which <= kernel.SIMPLE_RNN_BACKWARD) ran.push(which);
    run(which, ...args);
  };
  tf.tidy(compute);
  kernels.run = run;
  return ran;
}

/** What `compute` gives on the reference and on each build of the portable engine. */
async function everywhere(
  compute: () => tf.Tensor[],
): Promise<{ expected: Float32Array[]; actual: [string, Float32Array[]][] }> {
  const numbers = () => {
    const results = tf.tidy(compute);
    const values = results.map((tensor) => tensor.dataSync() as Float32Array);
    tf.dispose(results);
    return values;
  };
  await useReference();
  const expected = numbers();
  const actual: [string, Float32Array[]][] = [];
  for (const build of variants) {
    await useVariant(build);
    actual.push([build, numbers()]);
  }
  return { expected, actual };
}

/** Relative L2 distance; of what is almost zero, the absolute one. */
export function distance(actual: Float32Array, expected: Float32Array): number {
  const norm = (values: Float32Array) =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return (
    norm(expected.map((value, i) => value - (actual[i] ?? Number.NaN))) /
    Math.max(1, norm(expected))
  );
}
