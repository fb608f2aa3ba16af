import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertClose, SPECIAL } from '../floats.ts';
import { noise } from '../networks.ts';
import { onAll, useVariant } from '../variants.ts';

/** Functions of one number, each with the units in the last place that its gradient may be off. */
const ofOne: Record<string, [(x: tf.Tensor) => tf.Tensor, number]> = {
  relu: [tf.relu, 0],
  relu6: [tf.relu6, 0],
  leakyRelu: [(x) => tf.leakyRelu(x, 0.25), 0],
  elu: [tf.elu, 8],
  selu: [tf.selu, 3],
  sigmoid: [tf.sigmoid, 16],
  tanh: [tf.tanh, 64],
  softplus: [tf.softplus, 4],
  abs: [tf.abs, 0],
  exp: [tf.exp, 3],
  expm1: [tf.expm1, 3],
  log: [tf.log, 0],
  log1p: [tf.log1p, 0],
  square: [tf.square, 0],
  sqrt: [tf.sqrt, 0],
  rsqrt: [tf.rsqrt, 3],
  reciprocal: [tf.reciprocal, 0],
  erf: [tf.erf, 8],
  clipByValue: [(x) => tf.clipByValue(x, -0.75, 2), 0],
  neg: [tf.neg, 0],
  reshape: [(x) => tf.reshape(x, [-1, 1]), 0],
  sum: [(x) => tf.sum(x), 0],
  mean: [(x) => tf.mean(x), 1],
};

/** Where the gradient is NaN or infinite on both engines, or far from what float32 can tell from 0. */
const WITHIN = 1e-6;

describe('the gradient of a function of one number', () => {
  for (const [name, [compute, ulps]] of Object.entries(ofOne)) {
    it(`is what the CPU engine gives: ${name}`, async () => {
      const { expected, actual } = await onAll(() => {
        const x = tf.concat([noise([501], 1).mul(3), tf.tensor1d([0, 0.5, -0.5, 6, 7, 2])]);
        const y = compute(x);
        return tf.grad(compute)(x, noise(y.shape, 2));
      });
      for (const [build, values] of actual) {
        for (const [i, e] of expected.entries()) {
          const a = values[i] ?? 0;
          if (Math.abs(a - e) > WITHIN) assertClose([a], [e], ulps, `${build} at ${i}`);
        }
        assert.equal(values.length, expected.length);
      }
    });

    it(`takes NaN, infinities and zeros as the CPU engine does: ${name}`, async () => {
      if (['sum', 'mean', 'reshape'].includes(name)) return;
      const { expected, actual } = await onAll(() =>
        tf.grad(compute)(tf.tensor1d([...SPECIAL]), tf.onesLike(tf.tensor1d([...SPECIAL]))),
      );
      for (const [build, values] of actual) {
        for (const [i, e] of expected.entries()) {
          const a = values[i] ?? 0;
          if (Math.abs(a - e) > WITHIN || Number.isNaN(a) || Number.isNaN(e)) {
            assertClose([a], [e], 16, `${build} of ${SPECIAL[i]}`);
          }
        }
      }
    });
  }
});

const ofTwo: Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
};

const shapes: [number[], number[]][] = [
  [
    [5, 7],
    [5, 7],
  ],
  [[5, 7], [7]],
  [
    [5, 1],
    [5, 7],
  ],
  [
    [2, 3, 4],
    [3, 1],
  ],
  [[], [4, 3]],
  [
    [1, 3],
    [4, 1, 1],
  ],
];

describe('the gradient of a function of two numbers', () => {
  for (const [name, compute] of Object.entries(ofTwo)) {
    it(`is what the CPU engine gives, also where shapes are broadcast: ${name}`, async () => {
      for (const [a, b] of shapes) {
        const { expected, actual } = await onAll(() => {
          const [x, z] = [noise(a, 1), noise(b, 2).add(2)];
          const gradients = tf.grads(compute)([x, z], noise(compute(x, z).shape, 3));
          return tf.concat(gradients.map((gradient) => gradient.flatten()));
        });
        for (const [build, values] of actual) assertNear(values, expected, `${build} ${a} ${b}`);
      }
    });
  }

  it('is what the CPU engine gives for a squared difference', async () => {
    const { expected, actual } = await onAll(() => {
      const gradients = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.squaredDifference(a, b));
      return tf.concat(gradients([noise([7, 5], 1), noise([7, 5], 2)], noise([7, 5], 3)));
    });
    for (const [build, values] of actual) assertNear(values, expected, build);
  });

  it('is what the CPU engine gives for matrix products in all transpositions', async () => {
    for (const [transposeA, transposeB] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]) {
      const { expected, actual } = await onAll(() => {
        const a = noise(transposeA ? [2, 5, 3] : [2, 3, 5], 1);
        const b = noise(transposeB ? [2, 4, 5] : [2, 5, 4], 2);
        const gradients = tf.grads((x: tf.Tensor, z: tf.Tensor) =>
          tf.matMul(x as tf.Tensor3D, z as tf.Tensor3D, transposeA, transposeB),
        )([a, b], noise([2, 3, 4], 3));
        return tf.concat(gradients.map((gradient) => gradient.flatten()));
      });
      for (const [build, values] of actual) assertNear(values, expected, build);
    }
  });

  it('may be added to another one of the same tensor', async () => {
    const { expected, actual } = await onAll(() => {
      const f = (a: tf.Tensor, b: tf.Tensor) =>
        a
          .add(b)
          .add(a)
          .sub(b.reshape([5, 1]).sum(1).mul(a));
      return tf.concat(tf.grads(f)([noise([5], 1), noise([5], 2)]));
    });
    for (const [build, values] of actual) assertNear(values, expected, build);
  });
});

describe('the gradient of a sum or mean', () => {
  const axes: (number | number[] | undefined)[] = [undefined, 0, 1, -1, [0, 2], [1, 2]];
  for (const keepDims of [false, true]) {
    it(`is what the CPU engine gives ${keepDims ? 'with' : 'without'} the dimensions kept`, async () => {
      for (const axis of axes) {
        for (const reduce of [tf.sum, tf.mean]) {
          const { expected, actual } = await onAll(() => {
            const f = (x: tf.Tensor): tf.Tensor => reduce(x, axis, keepDims);
            const x = noise([3, 4, 5], 1);
            return tf.grad(f)(x, noise(f(x).shape, 2));
          });
          for (const [build, values] of actual) assertNear(values, expected, `${build} ${axis}`);
        }
      }
    });
  }
});

describe('gradients of ours', () => {
  it('take one kernel for an activation', async () => {
    await useVariant('relaxed');
    for (const [activation, kernel] of [
      [tf.relu, 'ReluGrad'],
      [tf.sigmoid, 'SigmoidGrad'],
      [tf.tanh, 'TanhGrad'],
    ] as const) {
      const { kernelNames } = await tf.profile(() =>
        tf.grad((x: tf.Tensor) => activation(x))(noise([3], 1)),
      );
      assert.ok(kernelNames.includes(kernel), `${kernelNames}`);
      assert.ok(!kernelNames.includes('Multiply'), `${kernelNames}`);
    }
  });
});

function assertNear(actual: ArrayLike<number>, expected: ArrayLike<number>, where: string): void {
  assert.equal(actual.length, expected.length, where);
  for (let i = 0; i < expected.length; i++) {
    const [a = 0, e = 0] = [actual[i], expected[i]];
    assert.ok(
      Math.abs(a - e) <= 2e-6 * Math.max(1, Math.abs(e)),
      `${where} at ${i}: ${a}, not ${e}`,
    );
  }
}
