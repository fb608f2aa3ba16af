import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Digits that the script has not seen. */
const digits = data.digits({ count: 300, variety: 0.3, seed: 4711 }).images.reshape([-1, 784]);

export function check({ exports: { encoder, decoder } }: Attempt): Finding[] {
  if (!(encoder instanceof tf.LayersModel) || !(decoder instanceof tf.LayersModel)) {
    return [
      {
        passed: false,
        expected:
          'the script exports its two models: export const encoder = …, export const decoder = …',
        seen: 'not both of them',
      },
    ];
  }
  return tf.tidy(() => {
    const [mean, logDeviation] = tf.split(encoder.predict(digits) as tf.Tensor, 2, 1) as [
      tf.Tensor,
      tf.Tensor,
    ];
    // The clouds of all digits together: a mixture, whose spread is that of the centres and that of each cloud.
    const { variance } = tf.moments(mean, 0);
    const spread = Math.sqrt(
      variance
        .add(tf.exp(logDeviation.mul(2)).mean(0))
        .mean()
        .arraySync() as number,
    );
    const copies = decoder.predict(mean) as tf.Tensor;
    const error = digits.sub(copies).square().mean().arraySync() as number;
    return [
      {
        passed: spread > 0.6 && spread < 2.5,
        expected:
          'all clouds together cover about as much of the plane as the prior: standard deviation between 0.6 and 2.5',
        seen: `their standard deviation is ${spread.toFixed(2)}`,
        near: 'function klDivergence',
      },
      {
        // Clouds that are all the prior itself (a divergence weighed too much) tell the decoder nothing.
        passed: error < 0.06,
        expected: 'copies still look like their digits: mean squared error below 0.06',
        seen: `it is ${error.toFixed(3)}`,
        near: 'klDivergence(mean, logDeviation)',
      },
    ];
  });
}
