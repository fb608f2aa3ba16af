import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Answers that are sure, for pictures of these kinds, out of four. */
const cases = [
  { kinds: [0, 1, 2, 3], expected: 4, says: 'four kinds, one picture each' },
  { kinds: [2, 2, 2, 2], expected: 1, says: 'four pictures of one kind' },
  { kinds: [0, 0, 3, 3], expected: 2, says: 'two kinds, two pictures each' },
];

export function check({ exports: { score } }: Attempt): Finding[] {
  if (typeof score !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its score: export function score(probabilities)',
        seen: 'no function of that name',
        near: '// Model',
      },
    ];
  }
  return cases.map(({ kinds, expected, says }) => {
    const found = tf.tidy(() => Number(score(tf.oneHot(kinds, 4).toFloat())));
    return {
      passed: Math.abs(found - expected) < 1e-3,
      expected: `${says}, each named for sure: a score of ${expected}`,
      seen: found.toFixed(3),
      near: 'const marginal',
    };
  });
}
