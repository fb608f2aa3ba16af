import assert from 'node:assert/strict';
import * as tf from '../../../src/engine/tf.ts';
import { useVariant, variants } from './variants.ts';

type Linear = (x: tf.Tensor) => tf.Tensor;

const images = [2, 7, 6, 3];
const volumes = [2, 4, 5, 3, 2];
const random = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, 'float32', seed);

/** What is linear in x: its gradient of ⟨f(x), dy⟩ times x is ⟨f(x), dy⟩ again, for each image and each channel. */
function assertTransposed(linear: Linear, shape: number[], what: string): void {
  tf.tidy(() => {
    const x = random(shape, 1);
    const y = linear(x);
    const dy = random(y.shape, 2);
    const dx = tf.grad((x) => linear(x).mul(dy).sum())(x);
    assert.deepEqual(dx.shape, shape);
    const inner = (a: tf.Tensor, b: tf.Tensor) =>
      a
        .mul(b)
        .sum([...a.shape.keys()].slice(1, -1))
        .dataSync();
    const [expected, actual] = [inner(y, dy), inner(x, dx)];
    for (const [i, value] of expected.entries()) {
      const off = Math.abs(value - (actual[i] ?? 0));
      assert.ok(off < 1e-4 * (1 + Math.abs(value)), `${what}: ${value}, not ${actual[i]}`);
    }
  });
}

/** Sizes to resize to, larger and smaller, in one direction and both. */
const sizes: [number, number][] = [
  [14, 12],
  [10, 4],
  [3, 13],
  [1, 1],
  [7, 6],
];
const corners: [alignCorners: boolean, halfPixelCenters: boolean][] = [
  [false, false],
  [true, false],
  [false, true],
];

describe('gradients of images', () => {
  for (const build of variants) {
    it(`undo resizing, in batches too (${build})`, async () => {
      await useVariant(build);
      for (const size of sizes) {
        for (const how of corners) {
          for (const resize of [tf.image.resizeNearestNeighbor, tf.image.resizeBilinear]) {
            const linear = (x: tf.Tensor) => resize(x as tf.Tensor4D, size, ...how);
            assertTransposed(linear, images, `${resize.name} to ${size} ${how}`);
          }
        }
      }
    });

    it(`of average pooling count what is inside (${build})`, async () => {
      await useVariant(build);
      for (const pad of ['same', 'valid'] as const) {
        for (const strides of [1, 2, [2, 1] as [number, number]]) {
          const linear = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, [3, 2], strides, pad);
          assertTransposed(linear, images, `2-D ${pad} ${strides}`);
        }
        for (const strides of [1, 2]) {
          const linear = (x: tf.Tensor) => tf.avgPool3d(x as tf.Tensor5D, 2, strides, pad);
          assertTransposed(linear, volumes, `3-D ${pad} ${strides}`);
        }
      }
    });
  }
});

describe('tf.image.cropAndResize', () => {
  const whole = [[0, 0, 1, 1]];

  it('gives the whole image to its last row and column, whatever the size', async () => {
    await useVariant('relaxed');
    for (const side of [5, 16, 23, 32, 47]) {
      tf.tidy(() => {
        const image = tf.ones<tf.Rank.R4>([1, 32, 28, 2]);
        const crop = tf.image.cropAndResize(image, whole, [0], [side, side]);
        assert.equal(crop.min().dataSync()[0], 1, `${side}`);
      });
    }
  });

  it('takes each box from its image, and fills what is outside', async () => {
    await useVariant('relaxed');
    tf.tidy(() => {
      const image = tf.range(0, 18).reshape([2, 3, 3, 1]) as tf.Tensor4D;
      const boxes = [
        [0, 0, 0.5, 0.5],
        [0, 0.5, 1, 1.5],
      ];
      for (const method of ['bilinear', 'nearest'] as const) {
        const crop = tf.image.cropAndResize(image, boxes, [1, 0], [2, 2], method, -1);
        assert.deepEqual([...crop.dataSync()], [9, 10, 12, 13, 1, -1, 7, -1]);
      }
      const middle = tf.image.cropAndResize(image, whole, [1], [1, 1]);
      assert.deepEqual([...middle.dataSync()], [13]);
    });
  });
});
