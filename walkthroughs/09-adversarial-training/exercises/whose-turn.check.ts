import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const COUNT = 600;
const HEAPS = 3;
/** Of the ring’s radius; a heap has a standard deviation of 0.05. */
const NEAR = 0.2;

export function check({ exports: { generator } }: Attempt): Finding[] {
  if (!(generator instanceof tf.LayersModel)) {
    const expected = 'the script exports its generator: export const generator = …';
    return [{ passed: false, expected, seen: 'no model of that name' }];
  }
  const made = tf.tidy(() =>
    (generator.predict(tf.randomNormal([COUNT, 2])) as tf.Tensor2D).arraySync(),
  );
  const heaps = Array.from({ length: HEAPS }, (_, heap) => {
    const angle = (2 * Math.PI * heap) / HEAPS;
    const [x, y] = [0.8 * Math.cos(angle), 0.8 * Math.sin(angle)];
    return made.filter(([a = 0, b = 0]) => Math.hypot(a - x, b - y) < NEAR).length;
  });
  const inside = heaps.reduce((sum, heap) => sum + heap, 0) / COUNT;
  const reached = heaps.filter((heap) => heap >= 0.05 * COUNT).length;
  return [
    {
      passed: inside >= 0.5,
      expected: 'at least half of the made points lie in a heap',
      seen: `${Math.round(100 * inside)} % do`,
      near: 'generatorOptimizer.minimize(',
    },
    {
      passed: reached === HEAPS,
      expected: `each of the ${HEAPS} heaps gets made points`,
      seen: `${reached} get some`,
      near: 'generatorOptimizer.minimize(',
    },
  ];
}
