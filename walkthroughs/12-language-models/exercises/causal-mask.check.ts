import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const COUNT = 6;

export function check({ exports: { attention } }: Attempt): Finding[] {
  if (typeof attention !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its head: export function attention(query, key)',
        seen: 'no function of that name',
      },
    ];
  }
  const [query, key] = [tf.randomNormal([COUNT, 4]), tf.randomNormal([COUNT, 4])];
  const map = (attention(query, key) as tf.Tensor).arraySync() as number[][];
  const later = map.flatMap((row, i) => row.slice(i + 1));
  const most = Math.max(...later);
  const sums = map.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const isWhole = sums.every((sum) => Math.abs(sum - 1) < 1e-3);
  return [
    {
      passed: most < 1e-6,
      expected: 'no token looks at a later one',
      seen: most < 1e-6 ? 'none does' : `one looks at a later one with weight ${most.toFixed(2)}`,
      near: 'tf.softmax',
    },
    {
      passed: isWhole,
      expected: 'the weights of each row sum to 1',
      seen: isWhole ? 'they do' : `they sum to ${sums.map((sum) => sum.toFixed(2)).join(', ')}`,
      near: 'tf.softmax',
    },
  ];
}
