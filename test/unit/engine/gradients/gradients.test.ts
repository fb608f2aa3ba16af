import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertNear, Draw } from '../draw.ts';
import { noise } from '../networks.ts';
import { useVariant } from '../variants.ts';

function someAxes(draw: Draw, { shape }: tf.Tensor): number[] {
  return shape.map((_, i) => i).filter(() => draw.next() < 0.6);
}

/** Functions of one tensor whose gradients pass through ours. */
const functions: Record<string, (x: tf.Tensor, draw: Draw) => tf.Tensor> = {
  'sum over any axes'(x, draw) {
    return tf.sum(x.mul(x), someAxes(draw, x), draw.next() < 0.5).square();
  },
  'mean over any axes'(x, draw) {
    return tf.mean(x.mul(x), someAxes(draw, x), draw.next() < 0.5).mul(3);
  },
  'mean, reshaped on the way'(x) {
    return tf.mean(x.reshape([-1, 1]).square(), 0);
  },
  'sum of a product with another tensor'(x, draw) {
    return tf.sum(x.mul(draw.tensor(x.shape)), -1);
  },
  'sum into a product of matrices'(x) {
    const [rows = 1] = x.shape;
    const matrix = x.reshape([rows, -1]);
    return tf.sum(tf.matMul(matrix, matrix, true));
  },
  'sum of concatenated parts'(x) {
    return tf.sum(tf.concat([x, x.mul(2)], 0), 0);
  },
  'squared difference'(x, draw) {
    return tf.losses.meanSquaredError(draw.tensor(x.shape), x);
  },
  'squared difference of unlike shapes'(x, draw) {
    return tf.mean(tf.squaredDifference(x, draw.tensor([x.shape.at(-1) ?? 1])));
  },
  'reciprocal root'(x) {
    return tf.rsqrt(x.abs().add(0.1));
  },
  'layer normalization'(x, draw) {
    const { mean, variance } = tf.moments(x, -1, true);
    const scale = draw.tensor([x.shape.at(-1) ?? 1]);
    return x
      .sub(mean)
      .mul(tf.rsqrt(variance.add(1e-1)))
      .mul(scale)
      .add(scale);
  },
  'softmax cross-entropy'(x, draw) {
    const labels = tf.softmax(draw.tensor(x.shape));
    return tf.losses.softmaxCrossEntropy(labels, x);
  },
};

describe('gradients on the portable engine', () => {
  for (const [name, f] of Object.entries(functions)) {
    it(`are those of the CPU engine for ${name}, of first and second order`, async () => {
      for (let seed = 1; seed <= 15; seed++) {
        await assertNear(seed, 1e-4, (draw) => {
          const x = draw.tensor(draw.shape(draw.integer(1, 4), 1, 6));
          const again = draw.integer(0, 2 ** 30);
          // The same draws whenever the function is computed.
          const g = tf.grad((y: tf.Tensor) => f(y, new Draw(again)));
          return [g(x), tf.grad((y: tf.Tensor) => g(y).square().sum())(x)];
        });
      }
    });
  }

  it('write a mean’s gradient out for none of its numbers, where that is only multiplied', async () => {
    const backend = await useVariant('plain');
    const x = noise([64, 32], 1);
    const allocations: number[] = [];
    const { heap } = backend;
    const allocate = heap.allocate.bind(heap);
    heap.allocate = (bytes) => {
      allocations.push(bytes);
      return allocate(bytes);
    };
    const gradient = tf.grad((y: tf.Tensor) => tf.mean(y.square()))(x);
    heap.allocate = allocate;
    // The square, and the gradient itself.
    assert.equal(allocations.filter((bytes) => bytes === 4 * x.size).length, 2);
    tf.dispose([x, gradient]);
  });

  it('keep no tensors alive', async () => {
    const backend = await useVariant('plain');
    const x = noise([6, 5], 1);
    const step = () => {
      const gradient = tf.grad((y: tf.Tensor) => tf.mean(tf.sum(y.square(), 1)))(x);
      gradient.dispose();
    };
    step();
    const before = [backend.numDataIds(), backend.heap.bytesInUse];
    for (let i = 0; i < 5; i++) step();
    assert.deepEqual([backend.numDataIds(), backend.heap.bytesInUse], before);
    x.dispose();
  });
});
