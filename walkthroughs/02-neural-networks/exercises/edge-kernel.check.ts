import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const SIDE = 9;

/** A picture, 1 where `isBright`. */
function picture(isBright: (x: number, y: number) => boolean): tf.Tensor4D {
  const pixels = Array.from({ length: SIDE * SIDE }, (_, i) =>
    isBright(i % SIDE, Math.floor(i / SIDE)) ? 1 : 0,
  );
  return tf.tensor4d(pixels, [1, SIDE, SIDE, 1]);
}

const upright = picture((x) => x > 4);
const falling = picture((x) => x < 4);
const level = picture((_, y) => y > 4);
const even = picture(() => true);

export function check({ exports: { featureMap } }: Attempt): Finding[] {
  if (typeof featureMap !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its convolution: export function featureMap(pictures)',
        seen: 'no function of that name',
        near: 'Model ---',
      },
    ];
  }
  const map = (pictures: tf.Tensor4D) => featureMap(pictures) as tf.Tensor;
  const largest = (pictures: tf.Tensor4D) => map(pictures).max().arraySync() as number;
  const size = (pictures: tf.Tensor4D) => map(pictures).abs().max().arraySync() as number;
  const near = 'const kernel';
  return [
    {
      passed: largest(upright) > 0.5,
      expected: 'where dark turns to bright from left to right, the map is above 0.5',
      seen: `its largest number is ${largest(upright).toFixed(2)}`,
      near,
    },
    {
      passed: size(even) < 0.01,
      expected: 'on an even area the map is 0',
      seen: `it reaches ${size(even).toFixed(2)}`,
      near,
    },
    {
      passed: size(level) < 0.01,
      expected: 'on a level edge the map is 0',
      seen: `it reaches ${size(level).toFixed(2)}`,
      near,
    },
    {
      passed: largest(falling) < 0.01,
      expected: 'where bright turns to dark, the map is not above 0',
      seen: `its largest number is ${largest(falling).toFixed(2)}`,
      near,
    },
  ];
}
