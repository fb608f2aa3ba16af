import assert from 'node:assert/strict';
import { NORMALIZE_GRAD, SWISH_GRAD } from '../../../src/engine/portable/assembly/kinds.ts';
import { Kernels } from '../../../src/engine/portable/kernels/kernels.ts';
import * as tf from '../../../src/engine/tf.ts';
import { noise } from './networks.ts';
import { onAll, useVariant } from './variants.ts';

type Fn = (x: tf.Tensor) => tf.Tensor;

const epsilon = 1e-5;

/** Layer normalization in the ways in which people write it. */
const normalizations: Record<string, Fn> = {
  'with tf.moments'(x) {
    const { mean, variance } = tf.moments(x, -1, true);
    return x.sub(mean).mul(variance.add(epsilon).rsqrt());
  },
  'by hand'(x) {
    const deviation = x.sub(x.mean(-1, true));
    return deviation.mul(deviation.square().mean(-1, true).add(epsilon).rsqrt());
  },
};

const swishes: Record<string, Fn> = {
  'x · sigmoid(x)': (x) => x.mul(tf.sigmoid(x)),
  'sigmoid(x) · x': (x) => tf.sigmoid(x).mul(x),
  'sigmoid(½ x) · x': (x) => tf.sigmoid(x.mul(0.5)).mul(x),
};

/** Kernels that `compute` ran, by their numbers. */
function kindsOf(compute: () => tf.Tensor): Set<number> {
  const kinds = new Set<number>();
  const { run } = Kernels.prototype;
  Kernels.prototype.run = function (kind, ...rest) {
    kinds.add(kind);
    run.call(this, kind, ...rest);
  };
  try {
    tf.dispose(compute());
  } finally {
    Kernels.prototype.run = run;
  }
  return kinds;
}

/** Relative L2 distance. */
function assertNear(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  most: number,
  message: string,
): void {
  const squares = (x: ArrayLike<number>) => Array.from(x).reduce((sum, v) => sum + v * v, 0);
  const off = squares(Array.from(expected, (e, i) => e - (actual[i] ?? Number.NaN)));
  const distance = Math.sqrt(off / squares(expected));
  assert.ok(distance <= most, `${message}: ${distance}`);
}

function gradientOf(f: Fn, shape: number[]): tf.Tensor {
  const x = noise(shape, 1);
  // Also used by another branch, as in a residual block.
  return tf.grad((x) => f(x).mul(noise(shape, 2)).add(x))(x, noise(shape, 3));
}

describe('gradients of several kernels as one', () => {
  for (const [name, f] of Object.entries({ ...normalizations, ...swishes })) {
    it(`are what the CPU engine gives: ${name}`, async () => {
      for (const shape of [
        [3, 5],
        [2, 3, 64],
        [7, 301],
        [4, 1],
      ]) {
        const { expected, actual } = await onAll(() => gradientOf(f, shape));
        for (const [build, values] of actual) assertNear(values, expected, 1e-5, build);
      }
    });

    it(`are one kernel: ${name}`, async () => {
      await useVariant('plain');
      const kinds = kindsOf(() => gradientOf(f, [4, 8]));
      assert.ok(kinds.has(name in swishes ? SWISH_GRAD : NORMALIZE_GRAD), name);
    });

    it(`leave nothing behind: ${name}`, async () => {
      await useVariant('plain');
      const before = tf.memory().numTensors;
      tf.tidy(() => void gradientOf(f, [4, 8]));
      assert.equal(tf.memory().numTensors, before);
    });
  }

  it('stay apart where what lies between is used elsewhere, or wanted', async () => {
    const { expected, actual } = await onAll(() => {
      const x = noise([4, 6], 1);
      const slope = tf.scalar(0.75);
      const shared: Fn = (x) => {
        const { mean, variance } = tf.moments(x, -1, true);
        return x.sub(mean).mul(variance.add(epsilon).rsqrt()).add(variance.mul(mean));
      };
      const trained = (x: tf.Tensor, slope: tf.Tensor) => tf.sigmoid(x.mul(slope)).mul(x);
      const overColumns: Fn = (x) => {
        const { mean, variance } = tf.moments(x, 0, true);
        return x.sub(mean).mul(variance.add(epsilon).rsqrt());
      };
      const [dx, dSlope] = tf.grads(trained)([x, slope]) as [tf.Tensor, tf.Tensor];
      const dy = noise([4, 6], 2);
      const others = [shared, overColumns].map((f) => tf.grad(f)(x, dy).flatten());
      return tf.concat([dx.flatten(), dSlope.flatten(), ...others]);
    });
    for (const [build, values] of actual) assertNear(values, expected, 1e-5, build);
  });

  it('serve gradients of gradients', async () => {
    const { expected, actual } = await onAll(() => {
      const f: Fn = (x) =>
        normalizations['by hand']?.(x).mul(swishes['x · sigmoid(x)']?.(x) ?? x) ?? x;
      const x = noise([3, 8], 1);
      return tf.grad((x) => tf.grad(f)(x).square().sum())(x);
    });
    for (const [build, values] of actual) assertNear(values, expected, 1e-4, build);
  });
});
