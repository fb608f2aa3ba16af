import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Four points worked by hand: gradients are means over them. */
const points = tf.tensor2d([
  [1, 2],
  [-1, 0.5],
  [0, -2],
  [3, 1],
]);
const answers = tf.tensor2d([[0.5], [0.25], [0.75], [0.75]]);
const labels = tf.tensor2d([[1], [0], [1], [0]]);
const wanted = { weights: [0.375, 0.09375], bias: 0.0625 };

type Backward = (
  points: tf.Tensor2D,
  answers: tf.Tensor2D,
  labels: tf.Tensor2D,
) => { weights?: unknown; bias?: unknown };

export function check({ exports: { backward } }: Attempt): Finding[] {
  if (typeof backward !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its backward pass: export function backward(…)',
        seen: 'no function of that name',
        near: 'Model ---',
      },
    ];
  }
  const gradients = (backward as Backward)(points, answers, labels);
  const weights = numbers(gradients.weights);
  const bias = numbers(gradients.bias);
  return [
    {
      passed: isNear(weights, wanted.weights),
      expected: `for four test points the gradient of the weights is ${wanted.weights.join(' and ')}`,
      seen: weights.map((value) => value.toFixed(4)).join(' and ') || 'no tensor',
      near: 'weights: tf.matMul',
    },
    {
      passed: isNear(bias, [wanted.bias]),
      expected: `the gradient of the bias is the mean error, ${wanted.bias}`,
      seen: bias.map((value) => value.toFixed(4)).join(' and ') || 'no tensor',
      near: 'bias: errors',
    },
  ];
}

function numbers(value: unknown): number[] {
  return value instanceof tf.Tensor ? Array.from(value.dataSync()) : [];
}

function isNear(seen: readonly number[], expected: readonly number[]): boolean {
  return (
    seen.length === expected.length &&
    expected.every((value, i) => Math.abs((seen[i] ?? Number.NaN) - value) < 1e-4)
  );
}
