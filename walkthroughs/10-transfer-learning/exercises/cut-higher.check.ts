import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Letters that the script has not seen. */
const letters = data.letters({ count: 400, size: 14, seed: 4711, classes: 'ABCDEFGH' });

export function check({ exports: { extractor, head } }: Attempt): Finding[] {
  if (!(extractor instanceof tf.LayersModel) || !(head instanceof tf.LayersModel)) {
    return [
      {
        passed: false,
        expected: 'the script exports its two models: extractor and head',
        seen: 'not both of them',
      },
    ];
  }
  const right = tf.tidy(
    () =>
      (head.predict(extractor.predict(letters.images)) as tf.Tensor)
        .argMax(1)
        .equal(letters.labels)
        .mean()
        .arraySync() as number,
  );
  const layers = extractor.layers.map(({ name }) => name);
  return [
    {
      passed: !layers.includes('answer') && layers.includes('strokes'),
      expected: 'letters are learned from the features below the answer for digits',
      seen: `the layers kept are ${layers.slice(1).join(', ')}`,
      near: 'const last',
    },
    {
      passed: right >= 0.7,
      expected: 'at least 70 % of new letters are read right',
      seen: `${Math.round(100 * right)} % are`,
      near: 'const last',
    },
  ];
}
