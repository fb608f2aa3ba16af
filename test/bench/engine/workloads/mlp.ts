/** A dense autoencoder of images of 28×28 = 784 pixels. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { seedWeights, uniform } from './data.ts';
import { compiled } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const { dense } = tf.layers;

export const mlp: MakeWorkload = (batch = 128) => {
  const model = tf.sequential({
    layers: [
      dense({ inputShape: [784], units: 256, activation: 'relu' }),
      dense({ units: 64, activation: 'relu' }),
      dense({ units: 256, activation: 'relu' }),
      dense({ units: 784, activation: 'sigmoid' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  seedWeights(model, 1);
  const images = uniform(new Random(2), [batch, 784]);
  return compiled(model, images, images, tf.metrics.meanSquaredError);
};
