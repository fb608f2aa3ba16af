import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Digits that the script has not seen. */
const unseen = data.digits({ count: 2000, seed: 4711 });

export function check({ exports: { classifier, accuracy } }: Attempt): Finding[] {
  if (!(classifier instanceof tf.LayersModel) || typeof accuracy !== 'number') {
    return [
      {
        passed: false,
        expected: 'the script exports its network and its accuracy: classifier and accuracy',
        seen: 'not both of them',
      },
    ];
  }
  const guesses = tf.tidy(() => (classifier.predict(unseen.images) as tf.Tensor2D).argMax(1));
  const real = guesses.equal(unseen.labels).mean().arraySync() as number;
  return [
    {
      // Two samples of 1,000 and 2,000 digits differ by chance, but seldom by 0.04.
      passed: Math.abs(accuracy - real) <= 0.04,
      expected: `an accuracy like that on 2,000 digits it never saw, ${real.toFixed(2)}, give or take 0.04`,
      seen: `it says ${accuracy.toFixed(2)}`,
      near: 'export const accuracy',
    },
    {
      passed: real >= 0.6,
      expected: 'the network still learns: at least 60 % of new digits are named right',
      seen: `it is ${Math.round(100 * real)} %`,
      near: 'export const classifier',
    },
  ];
}
