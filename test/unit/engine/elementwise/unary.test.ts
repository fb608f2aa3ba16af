import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertClose, SPECIAL } from '../floats.ts';
import { noise } from '../networks.ts';
import { onAll } from '../variants.ts';

/** Each with the units in the last place that it may be off. */
const functions: Record<string, [(x: tf.Tensor) => tf.Tensor, number]> = {
  relu: [tf.relu, 0],
  relu6: [tf.relu6, 0],
  leakyRelu: [(x) => tf.leakyRelu(x, 0.25), 0],
  elu: [tf.elu, 2],
  selu: [tf.selu, 3],
  sigmoid: [tf.sigmoid, 2],
  tanh: [tf.tanh, 2],
  exp: [tf.exp, 2],
  expm1: [tf.expm1, 2],
  log: [tf.log, 2],
  log1p: [tf.log1p, 2],
  sqrt: [tf.sqrt, 0],
  rsqrt: [tf.rsqrt, 1],
  square: [tf.square, 0],
  neg: [tf.neg, 0],
  abs: [tf.abs, 0],
  sign: [tf.sign, 0],
  step: [(x) => tf.step(x, -0.5), 0],
  softplus: [tf.softplus, 3],
  reciprocal: [tf.reciprocal, 0],
  clipByValue: [(x) => tf.clipByValue(x, -0.75, 2), 0],
  floor: [tf.floor, 0],
  ceil: [tf.ceil, 0],
  round: [tf.round, 0],
};

describe('a function of one number', () => {
  for (const [name, [compute, ulps]] of Object.entries(functions)) {
    it(`gives what the CPU engine gives: ${name}`, async () => {
      for (const scale of [1, 10, 100]) {
        const { expected, actual } = await onAll(() =>
          compute(tf.concat([tf.tensor1d([...SPECIAL]), noise([4999], scale).mul(scale)])),
        );
        for (const [build, values] of actual) assertClose(values, expected, ulps, build);
      }
    });
  }

  it('gives the error function within 3e-7 of TensorFlow.js’s approximation of it', async () => {
    const { expected, actual } = await onAll(() => tf.erf(noise([999], 1).mul(3)));
    for (const [build, values] of actual) {
      const apart = Array.from(values, (value, i) => Math.abs(value - (expected[i] ?? 0)));
      assert.ok(Math.max(...apart) < 3e-7, build);
    }
  });

  it('is shared among threads', async () => {
    const { expected, actual } = await onAll(() => tf.exp(noise([300_001], 1)));
    for (const [build, values] of actual) assertClose(values, expected, 2, build);
  });

  it('takes tensors of no numbers', async () => {
    const { expected, actual } = await onAll(() => tf.exp(tf.zeros([0, 3])));
    for (const [build, values] of actual) assertClose(values, expected, 0, build);
  });
});

describe('a fused matrix product', () => {
  for (const activation of ['relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const) {
    it(`applies ${activation} as the CPU engine does`, async () => {
      const { expected, actual } = await onAll(() =>
        tf.fused.matMul({
          a: noise([7, 5], 1) as tf.Tensor2D,
          b: noise([5, 3], 2) as tf.Tensor2D,
          bias: noise([3], 3),
          activation,
        }),
      );
      for (const [build, values] of actual) {
        Array.from(values, (value, i) =>
          assert.ok(Math.abs(value - (expected[i] ?? Number.NaN)) < 1e-6, build),
        );
      }
    });
  }
});
