/**
 * Solution: a plane without holes
 * The KL divergence pulls every cloud towards the prior, until they cover it without holes.
 *
 * Data:   2,000 handwritten digits of similar hands, drawn by code
 * Expect: about 10 seconds
 * Try:    multiply the divergence by 5: which copies get worse?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const latentSize = 2;
const batchSize = 64;
const steps = 600;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 2000;
const digits = data.digits({ count, variety: 0.3 }).images.reshape([count, pixels]); // [2000, 784]

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = (inputShape: number[]) => dense({ inputShape, units: 128, activation: 'relu' });

/** Gives a centre μ and the logarithm of a width σ for each image. */
export const encoder = tf.sequential({
  layers: [hidden([pixels]), dense({ units: 2 * latentSize })],
});
export const decoder = tf.sequential({
  layers: [hidden([latentSize]), dense({ units: pixels, activation: 'sigmoid' })],
});

/** How far the clouds are from the prior, a normal distribution with mean 0 and standard deviation 1. */
function klDivergence(mean: tf.Tensor, logDeviation: tf.Tensor): tf.Tensor {
  const deviation = tf.exp(logDeviation);
  return mean.square().add(deviation.square()).sub(1).div(2).sub(logDeviation).sum(1).mean();
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(0.002);
for (let step = 0; step < steps; step++) {
  const loss = optimizer.minimize(() => {
    const images = tf.gather(digits, tf.randomUniform([batchSize], 0, count, 'int32')); // [64, 784]
    const [mean, logDeviation] = tf.split(encoder.apply(images) as tf.Tensor, 2, 1) as [
      tf.Tensor,
      tf.Tensor,
    ];
    const z = mean.add(tf.exp(logDeviation).mul(tf.randomNormal(mean.shape))); // [64, 2]
    const copies = decoder.apply(z) as tf.Tensor;
    const reconstruction = tf.losses.logLoss(images, copies).mul(pixels);
    return reconstruction.add(klDivergence(mean, logDeviation)).asScalar();
  }, true);
  if (loss) await log({ loss }, step, steps);
  loss?.dispose();
}

// Result -----------------------------------------------------------------------------------------
showImages(
  'random points of the prior',
  decoder.predict(tf.randomNormal([50, latentSize])) as tf.Tensor,
);
