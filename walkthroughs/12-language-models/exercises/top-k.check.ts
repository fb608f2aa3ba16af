import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const logits = [0.3, 2.1, -0.5, 1.2, 1.9];

export function check({ exports: { probabilities } }: Attempt): Finding[] {
  if (typeof probabilities !== 'function') {
    return [
      {
        passed: false,
        expected:
          'the script exports its dials: export function probabilities(logits, temperature, topK)',
        seen: 'no function of that name',
      },
    ];
  }
  const given = (temperature: number, topK: number) =>
    Array.from((probabilities(tf.tensor1d(logits), temperature, topK) as tf.Tensor).dataSync());
  const cool = given(0.5, 5);
  const right = expected(0.5);
  const isCool = cool.every((share, i) => Math.abs(share - (right[i] ?? 0)) < 1e-3);
  const few = given(1, 2);
  const stay = few.filter((share) => share > 1e-6).length;
  const sum = few.reduce((all, share) => all + share, 0);
  return [
    {
      passed: isCool,
      expected: `at temperature 0.5 the likeliest has ${(right[1] ?? 0).toFixed(3)}`,
      seen: `it has ${(cool[1] ?? 0).toFixed(3)}`,
      near: 'return tf.softmax',
    },
    {
      passed: stay === 2 && Math.abs(sum - 1) < 1e-3,
      expected: 'with top-k of 2, two may be drawn, and their probabilities sum to 1',
      seen: `${stay} may be drawn, and they sum to ${sum.toFixed(2)}`,
      near: 'return tf.softmax',
    },
  ];
}

function expected(temperature: number): number[] {
  const powers = logits.map((logit) => Math.exp(logit / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
