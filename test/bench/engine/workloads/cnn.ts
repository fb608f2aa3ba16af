/** A classifier of digits: two convolutions with pooling, two dense layers. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { labels, seedWeights, uniform } from './data.ts';
import { compiled } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const { conv2d, dense, flatten, maxPooling2d } = tf.layers;
const same = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;

export const cnn: MakeWorkload = (batch = 64) => {
  const model = tf.sequential({
    layers: [
      conv2d({ ...same, filters: 16, inputShape: [28, 28, 1] }),
      maxPooling2d({ poolSize: 2 }),
      conv2d({ ...same, filters: 32 }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      dense({ units: 64, activation: 'relu' }),
      dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  seedWeights(model, 1);
  const random = new Random(2);
  const images = uniform(random, [batch, 28, 28, 1]);
  return compiled(model, images, labels(random, batch, 10), tf.metrics.categoricalCrossentropy);
};
