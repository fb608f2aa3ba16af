/**
 * Augmentation for generated samples
 * Trains the same small variational autoencoder on 20 digits, as they are and augmented, and scores what both draw.
 *
 * Data:   20 handwritten digits to learn from, 2,000 more to compare samples with, drawn by code
 * Expect: about 20 seconds; from so few originals, augmentation brings the samples closer to new digits (lower FID)
 * Try:    turn = 60: the samples tilt as well; then count: 500 originals. What does FID say each time?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const [turn, shift, zoom] = [10, 1, 0.1]; // degrees, pixels, share of the size: at most so far, each way
const latentSize = 8;
const batchSize = 32;
const steps = 1500;
const samples = 500; // drawn by each for its scores

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const few = data.digits({ count: 20 }).images; // [20, 28, 28, 1]
// Your own pictures: … = (await data.loadImageFolder('my-digits', { size: 28, invert: true })).images;
const real = data.digits({ count: 2000, seed: 1000 }).images; // to compare with, never to learn from
const within = (most: number) => most * (2 * Math.random() - 1);

/** Each picture turned, moved and resized a little. */
function augment(images: tf.Tensor4D): tf.Tensor4D {
  const moved = (tf.split(images, images.shape[0]) as tf.Tensor4D[]).map((picture) => {
    const angle = (within(turn) * Math.PI) / 180;
    const size = 1 + within(zoom);
    const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
    const [x, y] = [13.5 + within(shift), 13.5 + within(shift)]; // where the centre goes
    const move = [cos, -sin, 13.5 - cos * x + sin * y, sin, cos, 13.5 - sin * x - cos * y, 0, 0];
    return tf.image.transform(picture, [move], 'bilinear', 'constant', 0);
  });
  return tf.concat(moved);
}

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = (inputShape: number[]) => dense({ inputShape, units: 128, activation: 'relu' });

function autoencoder() {
  const encoder = tf.sequential({ layers: [hidden([pixels]), dense({ units: 2 * latentSize })] });
  const paint = dense({ units: pixels, activation: 'sigmoid' });
  const decoder = tf.sequential({ layers: [hidden([latentSize]), paint] });
  return { encoder, decoder, optimizer: tf.train.adam(0.002) };
}
type Autoencoder = ReturnType<typeof autoencoder>;

/** Reconstruction and KL divergence of one batch, in nats a picture. */
function lossOf({ encoder, decoder }: Autoencoder, images: tf.Tensor): tf.Scalar {
  const [mean, logSpread] = tf.split(encoder.apply(images) as tf.Tensor, 2, 1) as [
    tf.Tensor,
    tf.Tensor,
  ];
  const spread = tf.exp(logSpread);
  const z = mean.add(spread.mul(tf.randomNormal(mean.shape))); // [32, 8]
  const reconstruction = tf.losses.logLoss(images, decoder.apply(z) as tf.Tensor).mul(pixels);
  const divergence = mean.square().add(spread.square()).sub(1).div(2).sub(logSpread).sum(1).mean();
  return reconstruction.add(divergence).asScalar();
}

// Training ---------------------------------------------------------------------------------------
const [without, withIt] = [autoencoder(), autoencoder()];
const learn = (model: Autoencoder, images: tf.Tensor4D) => {
  const flat = images.reshape([batchSize, pixels]);
  return model.optimizer.minimize(() => lossOf(model, flat), true) as tf.Scalar;
};
for (let step = 0; step < steps; step++) {
  const losses = tf.tidy(() => {
    const batch = tf.gather(few, tf.randomUniform([batchSize], 0, few.shape[0], 'int32'));
    return { 'loss without': learn(without, batch), 'loss with': learn(withIt, augment(batch)) };
  });
  await log(losses, step, steps);
  tf.dispose(losses);
}

// Result -----------------------------------------------------------------------------------------
// Scored in the features of a network that reads digits. FID, the distance of two clouds of them: see chapter 06.
/** Mean squared distance of two samples, in features: twice their variance. */
const diversity = (points: tf.Tensor2D) => tf.moments(points, 0).variance.sum().mul(2).arraySync();

tf.tidy(() => {
  const known = metrics.digitFeatures(real); // [2000, 64]
  const scores = Object.entries({ without, with: withIt }).flatMap(([name, { decoder }]) => {
    const drawn = decoder.predict(tf.randomNormal([samples, latentSize])) as tf.Tensor; // [500, 784]
    showImages(`samples ${name} augmentation`, drawn.slice(0, 50), { step: steps, columns: 10 });
    const seen = metrics.digitFeatures(drawn); // [500, 64]
    return [
      [`FID ${name}`, metrics.fid(known, seen)],
      [`diversity ${name}`, diversity(seen)],
    ];
  });
  console.log('real digits: diversity', diversity(known), Object.fromEntries(scores));
  void log(Object.fromEntries(scores), steps, steps);
});
