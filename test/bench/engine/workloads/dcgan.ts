/** A small DCGAN (Radford et al. 2016) of 28×28 images; a step trains the discriminator, then the generator. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { seedWeights, uniform } from './data.ts';
import { apply, minimize, variablesOf } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const { batchNormalization, conv2d, conv2dTranspose, dense, flatten, leakyReLU, reLU, reshape } =
  tf.layers;
const latent = 64;
const halving = { kernelSize: 4, strides: 2, padding: 'same' } as const;

export const dcgan: MakeWorkload = (batch = 32) => {
  const generator = makeGenerator();
  const discriminator = makeDiscriminator();
  seedWeights(generator, 1);
  seedWeights(discriminator, 2);
  const random = new Random(3);
  const images = uniform(random, [batch, 28, 28, 1], -1, 1);
  const noise = uniform(random, [batch, latent], -1, 1);
  const real = tf.ones([batch, 1]);
  const fake = tf.zeros([batch, 1]);
  const generated = () => apply(generator, noise);
  const judged = (truth: tf.Tensor, pictures: tf.Tensor) =>
    tf.losses.sigmoidCrossEntropy(truth, apply(discriminator, pictures)) as tf.Scalar;

  const ofGenerator = variablesOf(generator);
  const ofDiscriminator = variablesOf(discriminator);
  const trainGenerator = tf.train.adam(2e-4, 0.5);
  const trainDiscriminator = tf.train.adam(2e-4, 0.5);
  const loss = () => judged(real, generated());
  return {
    variables: [...ofGenerator, ...ofDiscriminator],
    loss,
    async step() {
      const forgeries = tf.tidy(generated);
      const fooled = () => tf.add(judged(real, images), judged(fake, forgeries)) as tf.Scalar;
      await minimize(trainDiscriminator, ofDiscriminator, fooled);
      forgeries.dispose();
      return minimize(trainGenerator, ofGenerator, loss);
    },
  };
};

function makeGenerator(): tf.Sequential {
  return tf.sequential({
    layers: [
      dense({ inputShape: [latent], units: 7 * 7 * 64, useBias: false }),
      batchNormalization(),
      reLU(),
      reshape({ targetShape: [7, 7, 64] }),
      conv2dTranspose({ ...halving, filters: 32, useBias: false }),
      batchNormalization(),
      reLU(),
      conv2dTranspose({ ...halving, filters: 1, activation: 'tanh' }),
    ],
  });
}

function makeDiscriminator(): tf.Sequential {
  return tf.sequential({
    layers: [
      conv2d({ ...halving, filters: 32, inputShape: [28, 28, 1] }),
      leakyReLU({ alpha: 0.2 }),
      conv2d({ ...halving, filters: 64 }),
      leakyReLU({ alpha: 0.2 }),
      flatten(),
      dense({ units: 1 }),
    ],
  });
}
