import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Points that the script has not seen. */
const { points, labels } = data.circles({ count: 500, seed: 4711 });

export function check({ exports: { model } }: Attempt): Finding[] {
  if (!(model instanceof tf.LayersModel)) {
    return [
      {
        passed: false,
        expected: 'the script exports its network: export const model = …',
        seen: 'no model of that name',
        near: 'Model ---',
      },
    ];
  }
  const accuracy = tf.tidy(() => {
    const answers = (model.predict(points) as tf.Tensor).reshape([-1]).greater(0.5);
    return answers.equal(labels.cast('bool')).mean().arraySync() as number;
  });
  return [
    {
      passed: accuracy >= 0.97,
      expected: 'at least 97 % of new points are put into their class',
      seen: `${(100 * accuracy).toFixed(1)} %`,
      near: 'tf.layers.dense({ units, inputShape',
    },
  ];
}
