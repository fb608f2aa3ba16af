/** A classifier of points in the plane: so small that the cost of calling an operation is nearly all there is. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { integers, seedWeights, uniform } from './data.ts';
import { compiled } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const { dense } = tf.layers;

export const tiny: MakeWorkload = (batch = 32) => {
  const model = tf.sequential({
    layers: [
      dense({ inputShape: [2], units: 16, activation: 'tanh' }),
      dense({ units: 16, activation: 'tanh' }),
      dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  seedWeights(model, 1);
  const random = new Random(2);
  const points = uniform(random, [batch, 2]);
  const classes = tf.tidy(() => integers(random, [batch, 1], 2).toFloat());
  return compiled(model, points, classes, tf.metrics.binaryCrossentropy);
};
