import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Points that the script has not seen; their noise alone has a mean square of 0.09. */
const fresh = data.wave({ count: 500, seed: 4711 });
const MOST = 0.15;

export function check({ exports: { predict } }: Attempt): Finding[] {
  if (typeof predict !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its curve: export function predict(x)',
        seen: 'no function of that name',
      },
    ];
  }
  const loss = tf.tidy(
    () => tf.losses.meanSquaredError(fresh.y, predict(fresh.x) as tf.Tensor).dataSync()[0] ?? 0,
  );
  return [
    {
      passed: loss <= MOST,
      expected: `the chosen curve has a mean squared error of at most ${MOST} on new points`,
      seen: `it is ${loss.toFixed(3)}`,
      near: 'const score',
    },
  ];
}
