import assert from 'node:assert/strict';
import { WINOGRAD, WINOGRAD_GRADIENT } from '../../../../src/engine/portable/assembly/kinds.ts';
import { Kernels } from '../../../../src/engine/portable/kernels/kernels.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { noise } from '../networks.ts';
import { onAll, useVariant } from '../variants.ts';

interface Case {
  x: [number, number, number, number];
  outChannels: number;
  pad: 'same' | 'valid' | tf.backend_util.ExplicitPadding;
}

const cases: Case[] = [
  { x: [2, 7, 9, 16], outChannels: 20, pad: 'same' },
  { x: [3, 8, 8, 32], outChannels: 16, pad: 'valid' },
  { x: [1, 3, 4, 64], outChannels: 32, pad: 'valid' },
  { x: [12, 10, 10, 16], outChannels: 24, pad: 'same' },
  { x: [1, 1, 2, 16], outChannels: 16, pad: 'same' },
  {
    x: [2, 5, 6, 24],
    outChannels: 28,
    pad: [
      [0, 0],
      [2, 1],
      [0, 2],
      [0, 0],
    ],
  },
];

/** y, dx and dw of a convolution with bias, one after the other. */
function convolve({ x: shape, outChannels, pad }: Case): tf.Tensor {
  const x = noise(shape, 1) as tf.Tensor4D;
  const filter = noise([3, 3, shape[3], outChannels], 2) as tf.Tensor4D;
  const bias = noise([outChannels], 3) as tf.Tensor1D;
  const run = (x: tf.Tensor4D, filter: tf.Tensor4D) =>
    tf.fused.conv2d({ x, filter, bias, strides: 1, pad });
  const y = run(x, filter);
  const gradients = tf.grads((x, filter) => run(x as tf.Tensor4D, filter as tf.Tensor4D))(
    [x, filter],
    noise(y.shape, 4),
  );
  return tf.concat([y, ...gradients].map((part) => part.flatten()));
}

function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

describe('convolution with a filter of 3 × 3', () => {
  for (const one of cases) {
    it(`is what the CPU engine gives: ${one.x} to ${one.outChannels}, ${one.pad}`, async () => {
      const { expected, actual } = await onAll(() => convolve(one));
      const size = largest(expected);
      for (const [build, values] of actual) {
        assert.equal(values.length, expected.length);
        const off = largest(Array.from(expected, (e, i) => e - (values[i] ?? 0)));
        assert.ok(off <= 1e-6 * size, `${build}: off by ${off / size} of the largest`);
      }
    });
  }

  it('goes by Winograd’s way', async () => {
    await useVariant('plain');
    const { run } = Kernels.prototype;
    let calls = 0;
    Kernels.prototype.run = function (kind, ...rest) {
      if (kind === WINOGRAD || kind === WINOGRAD_GRADIENT) calls++;
      run.call(this, kind, ...rest);
    };
    try {
      tf.tidy(() => convolve({ x: [1, 4, 4, 16], outChannels: 16, pad: 'same' }).dataSync());
    } finally {
      Kernels.prototype.run = run;
    }
    // y, y again for the gradients, dx, and dw.
    assert.equal(calls, 4);
  });

  it('keeps infinities and NaN to the pixels whose window holds them', async () => {
    const { expected, actual } = await onAll(() => {
      const x = tf.buffer([2, 8, 8, 16]);
      x.set(Number.POSITIVE_INFINITY, 0, 2, 3, 1);
      x.set(Number.NaN, 1, 5, 5, 2);
      const filter = tf.ones([3, 3, 16, 16]) as tf.Tensor4D;
      const convolve = (filter: tf.Tensor) =>
        tf.conv2d(x.toTensor() as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
      const dw = tf.grad(convolve)(filter, tf.ones([2, 8, 8, 16]));
      return tf.concat([convolve(filter).flatten(), dw.flatten()]);
    });
    for (const [build, values] of actual) assert.deepEqual([...values], [...expected], build);
  });
});
