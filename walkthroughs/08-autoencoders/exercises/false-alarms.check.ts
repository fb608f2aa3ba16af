import type * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Digits and letters that the script has not seen. */
const digits = data.digits({ count: 400, variety: 0.6, seed: 4711 }).images;
const letters = data.letters({
  count: 400,
  variety: 0.6,
  seed: 4711,
  classes: 'AEFHKMNRTVWXY',
}).images;

export function check({ exports: { isAnomaly } }: Attempt): Finding[] {
  if (typeof isAnomaly !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its detector: export function isAnomaly(images)',
        seen: 'no function of that name',
      },
    ];
  }
  const flagged = (images: tf.Tensor) =>
    (isAnomaly(images.reshape([-1, 784])) as tf.Tensor).mean().arraySync() as number;
  const [alarms, found] = [flagged(digits), flagged(letters)];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return [
    {
      passed: alarms >= 0.01 && alarms <= 0.12,
      expected:
        'about 5 % of digits it never saw are flagged, 12 % at the most, and 1 % at the least',
      seen: `${percent(alarms)} are flagged`,
      near: 'const threshold',
    },
    {
      passed: found >= 0.8,
      expected: 'at least 80 % of the letters are flagged',
      seen: `${percent(found)} are flagged`,
      near: 'const threshold',
    },
  ];
}
