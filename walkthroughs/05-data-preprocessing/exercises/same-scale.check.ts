import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

export function check({ exports: { testInput, testError } }: Attempt): Finding[] {
  if (!(testInput instanceof tf.Tensor) || typeof testError !== 'number') {
    return [
      {
        passed: false,
        expected: 'the script exports testInput and testError, as it did when you got it',
        seen: 'not both of them',
        near: 'testInput',
      },
    ];
  }
  return tf.tidy(() => {
    // The country houses are larger than those in town by about this many of the town's standard deviations.
    const { mean, variance } = tf.moments(data.houses({ count: 400, seed: 1 }).features, 0);
    const areas = data.houses({ count: 800, seed: 2 }).features.slice([0, 0], [-1, 1]);
    const largest = tf.topk(areas.reshape([-1]), 200).values.mean();
    const expected =
      largest.sub(mean.slice(0, 1)).div(variance.slice(0, 1).sqrt()).dataSync()[0] ?? 0;
    const seen = testInput.slice([0, 0], [-1, 1]).mean().dataSync()[0] ?? Number.NaN;
    return [
      {
        passed: Math.abs(seen - expected) < 0.1,
        expected: `scaled as in training, the areas of the country houses have a mean of ${expected.toFixed(2)}`,
        seen: `it is ${seen.toFixed(2)}`,
        near: 'export const testInput',
      },
      {
        passed: testError < 35,
        expected: 'country houses are less than 35 thousand off',
        seen: `they are ${testError.toFixed(0)} off`,
        near: 'export const testInput',
      },
    ];
  });
}
