/**
 * Variational autoencoder
 * Learns a plane in which nearly every point draws a digit, so that random points draw new ones.
 *
 * Data:   6,000 handwritten digits of rather similar hands, drawn by code
 * Expect: about 40 seconds; nine of ten random points draw a clear digit
 * Try:    slide beta to 10 while it trains, then to 0: which copies, and which samples, get worse?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, showImages, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ beta: 1 }, { beta: [0, 10] }); // how much the KL divergence counts
const latentSize = 2; // a plane: all of it can be looked at
const hiddenUnits = 256;
const learningRate = 0.002; // at first; falls in a straight line to a tenth, to end on fine steps
const batchSize = 64;
const epochs = 20;

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 6000;
const digits = data.digits({ count, variety: 0.5 }).images.reshape([count, pixels]); // [6000, 784]
// Your own: (await data.loadIdx('train-images.gz', 'train-labels.gz', { count })).images for MNIST’s files.

/** Batches for ever: random digits and, for each, a random ε. */
function* batches() {
  for (;;) {
    const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
    const images = tf.gather(digits, chosen); // [batch, 784]
    const epsilon = tf.randomNormal([batchSize, latentSize]); // [batch, 2]
    chosen.dispose();
    yield { xs: { image: images, epsilon }, ys: images };
  }
}

// Model ------------------------------------------------------------------------------------------
const { dense, multiply, add, concatenate } = tf.layers;
const hidden = () => dense({ units: hiddenUnits, activation: 'relu' });

// An image becomes a small cloud in the plane: its centre μ and its width σ.
const image = tf.input({ shape: [pixels], name: 'image' });
const features = hidden().apply(hidden().apply(hidden().apply(image)));
const mean = dense({ units: latentSize }).apply(features) as tf.SymbolicTensor; // μ [batch, 2]
const deviation = dense({ units: latentSize, activation: 'softplus' }).apply(
  features,
) as tf.SymbolicTensor; // σ > 0

// A random point of the cloud, z = μ + σ·ε. Chance enters from outside, as ε: so z has a derivative
// with respect to μ and σ, and the encoder can learn (reparameterization, Kingma and Welling 2013).
const epsilon = tf.input({ shape: [latentSize], name: 'epsilon' });
const spread = multiply().apply([deviation, epsilon]) as tf.SymbolicTensor;
const z = add().apply([mean, spread]); // [batch, 2]

const decoder = tf.sequential({
  layers: [
    dense({ inputShape: [latentSize], units: hiddenUnits, activation: 'relu' }),
    hidden(),
    hidden(),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});
const copy = decoder.apply(z) as tf.SymbolicTensor; // [batch, 784]
const vae = tf.model({
  inputs: [image, epsilon],
  outputs: concatenate().apply([copy, mean, deviation]) as tf.SymbolicTensor, // [batch, 784 + 2 + 2]
});

// Training ---------------------------------------------------------------------------------------
/** How badly the copies fit: cross-entropy, summed over the pixels of an image. */
function reconstruction(images: tf.Tensor, output: tf.Tensor): tf.Tensor {
  const copies = output.slice([0, 0], [-1, pixels]);
  return tf.losses.logLoss(images, copies).mul(pixels);
}

/** How far the clouds are from the prior, the standard normal: KL = Σ (μ² + σ² − 1) / 2 − log σ. */
function kl(_images: tf.Tensor, output: tf.Tensor): tf.Tensor {
  const [mu, sigma] = tf.split(output.slice([0, pixels]), 2, 1) as [tf.Tensor, tf.Tensor];
  return mu.square().add(sigma.square()).sub(1).div(2).sub(sigma.log()).sum(1).mean();
}

const optimizer = tf.train.adam(learningRate);
vae.compile({
  optimizer,
  loss: (images, output) => reconstruction(images, output).add(kl(images, output).mul(hyper.beta)),
  metrics: [reconstruction, kl],
});

const points = tf.randomNormal([100, latentSize]); // the same points of the prior after each epoch

await vae.fitDataset(tf.data.generator(batches), {
  epochs,
  batchesPerEpoch: Math.floor(count / batchSize),
  callbacks: {
    onEpochEnd: (epoch) => {
      tf.tidy(() => {
        const samples = decoder.predict(points) as tf.Tensor; // [100, 784]
        showImages('samples', samples, { step: epoch + 1 });
      });
      Object.assign(optimizer, { learningRate: learningRate * (1 - (0.9 * (epoch + 1)) / epochs) });
    },
  },
});

// Result -----------------------------------------------------------------------------------------
// No image goes in any more: any point of the plane draws one.
explore('latent plane', { x: [-2.5, 2.5], y: [-2.5, 2.5] }, ({ x, y }) =>
  decoder.predict(tf.tensor2d([[x, y]])),
);
