import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

export function check({ exports: { shift } }: Attempt): Finding[] {
  if (!(shift instanceof tf.Variable)) {
    const expected = 'the script exports its generator’s shift: export const shift = …';
    return [{ passed: false, expected, seen: 'no variable of that name' }];
  }
  const [x = 0, y = 0] = shift.dataSync();
  const apart = Math.hypot(x - 0.7, y - 0.7);
  return [
    {
      passed: apart < 0.5,
      expected: 'the made points end less than 0.5 away from the heap at (0.7, 0.7)',
      seen: `they are ${apart.toFixed(2)} away, at (${x.toFixed(2)}, ${y.toFixed(2)})`,
      near: 'function generatorLoss',
    },
  ];
}
