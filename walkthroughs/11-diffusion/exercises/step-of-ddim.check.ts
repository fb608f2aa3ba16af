import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

export function check({ exports: { step, miss } }: Attempt): Finding[] {
  if (typeof step !== 'function' || typeof miss !== 'number') {
    return [
      {
        passed: false,
        expected: 'the script exports step and miss, as it did when you got it',
        seen: 'not both of them',
        near: 'export function step',
      },
    ];
  }
  const moved = tf.tidy(() => {
    const next: unknown = step(tf.tensor2d([[2, 0]]), tf.tensor2d([[0, 1]]), 0.8, 0.6);
    return next instanceof tf.Tensor ? Array.from(next.dataSync()) : [];
  });
  return [
    {
      passed: Math.abs((moved[0] ?? 0) - 1.6) < 1e-4 && Math.abs((moved[1] ?? 0) - 0.6) < 1e-4,
      expected:
        'from clean (2, 0) and noise (0, 1), with signal 0.8 and noise 0.6, a step leads to (1.6, 0.6)',
      seen: `it leads to (${moved.map((value) => value.toFixed(2)).join(', ')})`,
      near: 'return clean',
    },
    {
      passed: miss < 0.25,
      expected: 'at the end the points are within 0.25 of a heap on average',
      seen: `they are ${miss.toFixed(2)} away`,
      near: 'return clean',
    },
  ];
}
