import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** The points that the script validates with. */
const validation = data.wave({ count: 100, seed: 1000, noise: 0.5 });
/** Steps that the script plans. */
const PLANNED = 1500;

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
  const losses = metric('validation loss');
  const lowest = Math.min(...losses);
  const end = tf.tidy(
    () =>
      tf.losses
        .meanSquaredError(validation.y, model.predict(validation.x) as tf.Tensor)
        .dataSync()[0] ?? Number.NaN,
  );
  return [
    {
      passed: losses.length > 20 && losses.length < PLANNED,
      expected: 'training stops by itself, but not at once',
      seen: `it ran ${losses.length} of ${PLANNED} steps`,
      near: 'for (let step',
    },
    {
      passed: Math.abs(end - lowest) < 1e-4,
      expected: `the model ends with the lowest validation loss that was seen, ${lowest.toFixed(4)}`,
      seen: `it ends with ${end.toFixed(4)}`,
      near: 'lowest = loss',
    },
  ];
}
