/** A variational autoencoder (Kingma and Welling 2014) of 28×28 images, with convolutions. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { normal, seedWeights, uniform } from './data.ts';
import { apply, minimized, variablesOf } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const { conv2d, conv2dTranspose, dense, flatten, reshape } = tf.layers;
const latent = 16;
const halving = { kernelSize: 3, strides: 2, padding: 'same' } as const;

export const vae: MakeWorkload = (batch = 64) => {
  const encoder = makeEncoder();
  const decoder = makeDecoder();
  seedWeights(encoder, 1);
  seedWeights(decoder, 2);
  const random = new Random(3);
  const images = uniform(random, [batch, 28, 28, 1]);
  const noise = normal(random, [batch, latent]);
  const loss = () => {
    const [mean, logVariance] = tf.split(apply(encoder, images), 2, 1) as [tf.Tensor, tf.Tensor];
    const z = mean.add(logVariance.mul(0.5).exp().mul(noise));
    const crossEntropy = tf.losses.sigmoidCrossEntropy(images, apply(decoder, z));
    return tf.add(crossEntropy.mul(784), divergence(mean, logVariance)) as tf.Scalar;
  };
  const variables = [...variablesOf(encoder), ...variablesOf(decoder)];
  return minimized(tf.train.adam(1e-3), variables, () => tf.tidy(loss));
};

/** Kullback-Leibler divergence from the standard normal distribution, averaged over the batch. */
function divergence(mean: tf.Tensor, logVariance: tf.Tensor): tf.Tensor {
  const terms = logVariance.add(1).sub(mean.square()).sub(logVariance.exp());
  return terms.sum(1).mul(-0.5).mean();
}

/** Mean and log-variance of the latent code, side by side. */
function makeEncoder(): tf.Sequential {
  return tf.sequential({
    layers: [
      conv2d({ ...halving, filters: 32, activation: 'relu', inputShape: [28, 28, 1] }),
      conv2d({ ...halving, filters: 64, activation: 'relu' }),
      flatten(),
      dense({ units: 2 * latent }),
    ],
  });
}

/** Logits of the pixels. */
function makeDecoder(): tf.Sequential {
  return tf.sequential({
    layers: [
      dense({ inputShape: [latent], units: 7 * 7 * 64, activation: 'relu' }),
      reshape({ targetShape: [7, 7, 64] }),
      conv2dTranspose({ ...halving, filters: 32, activation: 'relu' }),
      conv2dTranspose({ ...halving, filters: 1 }),
    ],
  });
}
