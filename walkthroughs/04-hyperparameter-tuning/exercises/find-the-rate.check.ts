import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Digits that the script has not seen. */
const fresh = data.digits({ count: 300, size: 14, seed: 4711 });
const MOST = 0.25;
const STEPS = 300;

export function check({ exports: { model }, metric }: Attempt): Finding[] {
  if (!(model instanceof tf.LayersModel)) {
    return [
      {
        passed: false,
        expected: 'the script exports its model: export const model = …',
        seen: 'no model of that name',
      },
    ];
  }
  const loss = tf.tidy(() => {
    const outputs = model.predict(fresh.images.reshape([-1, 196])) as tf.Tensor;
    const errors = tf.squaredDifference(outputs, tf.oneHot(fresh.labels, 10));
    return errors.sum(1).mean().dataSync()[0] ?? Number.NaN;
  });
  const steps = metric('loss').length;
  return [
    {
      passed: loss <= MOST,
      expected: `the loss on new digits is at most ${MOST}`,
      seen: Number.isFinite(loss) ? `it is ${loss.toFixed(3)}` : 'it is not a number',
      near: 'const learningRate',
    },
    {
      passed: steps <= STEPS,
      expected: `training takes no more than ${STEPS} steps`,
      seen: `it took ${steps}`,
      near: 'const steps',
    },
  ];
}
