/**
 * Transfer for generation
 * Learns to draw letters twice, once from scratch and once from what it learned on digits, and counts the steps.
 *
 * Data:   4,000 digits and 1,040 letters to learn from, 1,000 more to compare with, drawn by code
 * Expect: about 30 seconds; from digits, it draws as well after a fifth of the steps or fewer
 * Try:    epochs = 30: scratch catches up. Is a head start worth less in the long run?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showImages, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ epochs: 12 }, { epochs: [1, 30] }); // of 40 steps each, on letters
const latentSize = 16;
const hiddenUnits = 256;
const learningRate = 0.001;
const batchSize = 64;
const every = 40; // steps of an epoch: a score after each
const letterSteps = () => hyper.epochs * every; // the slider may change it
const digitSteps = () => 4 * letterSteps(); // before: of digits there are plenty
const samples = 400; // drawn for each score: FID (chapter 06), in features of our own digits network

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const variety = 0.6; // rather similar hands
const flat = ({ images }: { images: tf.Tensor4D }) => images.reshape([-1, pixels]) as tf.Tensor2D;
const digits = flat(data.digits({ count: 4000, variety })); // [4000, 784]
const letters = flat(data.letters({ count: 1040, variety })); // [1040, 784], about 40 of each
// Your own: (await data.loadImageFolder('signs', { size: 28, invert: true })).images.

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = (inputShape: number[]) =>
  dense({ inputShape, units: hiddenUnits, activation: 'relu' });

/** A variational autoencoder (chapter 08): its decoder draws a picture from any random point. */
function generator() {
  const encoder = tf.sequential({
    layers: [hidden([pixels]), hidden([hiddenUnits]), dense({ units: 2 * latentSize })],
  });
  const decoder = tf.sequential({
    layers: [
      hidden([latentSize]),
      hidden([hiddenUnits]),
      dense({ units: pixels, activation: 'sigmoid' }),
    ],
  });
  return { encoder, decoder };
}
type Generator = ReturnType<typeof generator>;

/** Reconstruction and KL divergence of one batch, in nats a picture. */
function lossOf({ encoder, decoder }: Generator, images: tf.Tensor): tf.Scalar {
  const [mean, logSpread] = tf.split(encoder.apply(images) as tf.Tensor, 2, 1) as [
    tf.Tensor,
    tf.Tensor,
  ];
  const spread = tf.exp(logSpread);
  const z = mean.add(spread.mul(tf.randomNormal(mean.shape))); // [64, 16]
  const reconstruction = tf.losses.logLoss(images, decoder.apply(z) as tf.Tensor).mul(pixels);
  const divergence = mean.square().add(spread.square()).sub(1).div(2).sub(logSpread).sum(1).mean();
  return reconstruction.add(divergence).asScalar();
}

// Training ---------------------------------------------------------------------------------------
const real = metrics.digitFeatures(data.letters({ count: 1000, variety, seed: 1000 }).images);
const points = tf.randomNormal([samples, latentSize]); // the same ones for each score

/** Learns for some steps; scores and shows what it draws every few of them. */
async function learn(name: string, model: Generator, images: tf.Tensor2D, steps: () => number) {
  const optimizer = tf.train.adam(learningRate);
  const scores: number[] = [];
  for (let step = 0; step <= steps(); step++) {
    if (name !== 'digits' && step % every === 0) {
      const drawn = model.decoder.predict(points) as tf.Tensor; // [400, 784]
      const fid = metrics.fid(real, metrics.digitFeatures(drawn));
      scores.push(fid);
      showImages(name, drawn, { step, columns: 20 });
      await log({ [`FID, ${name}`]: fid }, step, steps());
      drawn.dispose();
    }
    const loss = optimizer.minimize(() => {
      const chosen = tf.randomUniform([batchSize], 0, images.shape[0], 'int32');
      return lossOf(model, tf.gather(images, chosen));
    }, true) as tf.Scalar;
    await log({ [`loss, ${name}`]: loss }, step, steps());
    loss.dispose();
  }
  optimizer.dispose();
  return scores;
}

const scratch = await learn('from scratch', generator(), letters, letterSteps);
const model = generator();
await learn('digits', model, digits, digitSteps); // the pre-training
const transferred = await learn('from digits', model, letters, letterSteps);

// Result -----------------------------------------------------------------------------------------
const step = scratch.map((_, i) => i * every);
const asGood = step[transferred.findIndex((fid) => fid <= (scratch.at(-1) ?? 0))];
console.log(`as good after ${asGood} steps from digits as after ${step.at(-1)} from scratch`);
