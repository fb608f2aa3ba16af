/**
 * Diffusion
 * Learns to see the digit behind the noise, and then draws new digits out of pure noise, as the label asks.
 *
 * Data:   6,000 labelled digits, drawn by code; new noise at every step of training
 * Expect: about 90 seconds; a classifier that never saw them names nearly all drawings as asked
 * Try:    afterwards, in the gallery: 1, 2, 4 and 8 sampling steps; then guidance 0, 1 and 4
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const samplingSteps = 20; // from noise to digit; training knows any time between
const guidance = 1.5; // 0 ignores the label, 1 follows it as learned, more exaggerates what it changes
const unlabelled = 0.15; // share of the images that hide their label, so that the network can do without
const [wide, deep] = [24, 64]; // filters at 14×14 and at 7×7
const learningRate = 0.002; // at first; falls in a straight line, to end on fine steps
const [batchSize, epochs, batchesPerEpoch] = [32, 16, 50];

// Data -------------------------------------------------------------------------------------------
const count = 6000;
const { images, labels } = data.digits({ count, variety: 0.7 });
const digits = images.mul(2).sub(1); // [6000, 28, 28, 1]: paper is −1, ink 1, about as wide as the noise

/** The noise schedule, time 0 (digits) to 1 (noise): signal² + noise² = 1. Each [batch, 1, 1, 1]. */
function levels(time: tf.Tensor): [signal: tf.Tensor, noise: tf.Tensor] {
  const angle = time.mul(Math.PI / 2).reshape([-1, 1, 1, 1]);
  return [angle.cos(), angle.sin()];
}

/** What the network is told beside the picture: the time, as waves, and the label; −1 is none: ten zeros. */
function condition(time: tf.Tensor, labels: tf.Tensor): tf.Tensor {
  const waves = [1, 2, 4, 8].flatMap((k) => levels(time.mul(k)));
  const label = tf.oneHot(labels.cast('int32'), 10).reshape([-1, 1, 1, 10]);
  return tf.concat([...waves, label], 3); // [batch, 1, 1, 18]
}
const none = (batch: number) => tf.fill([batch], -1, 'int32');

/** Batches for ever, each digit with noise of a time of its own. Wanted is the clean digit: it tells the noise too. */
function* batches() {
  for (;;) {
    yield tf.tidy(() => {
      const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
      const clean = digits.gather(chosen); // [batch, 28, 28, 1]
      const time = tf.randomUniform([batchSize]);
      const [signal, noise] = levels(time);
      const noisy = clean.mul(signal).add(tf.randomNormal(clean.shape).mul(noise));
      const hidden = tf.randomUniform([batchSize]).less(unlabelled);
      const told = tf.where(hidden, none(batchSize), labels.gather(chosen));
      return { xs: { noisy, told: condition(time, told) }, ys: clean };
    });
  }
}

// Model ------------------------------------------------------------------------------------------
// A small U-Net (Ronneberger et al. 2015): down to 7×7, where it sees the whole, and up again to the details.
const { add, concatenate, conv2d, conv2dTranspose, dense } = tf.layers;
type Maps = tf.SymbolicTensor;
const same = { kernelSize: 3, padding: 'same', activation: 'swish' } as const;
const conv = (x: Maps, filters: number, other = {}) =>
  conv2d({ ...same, filters, ...other }).apply(x) as Maps;
const raise = (x: Maps, filters: number, times: number) =>
  conv2dTranspose({ ...same, filters, kernelSize: times, strides: times }).apply(x) as Maps;
const join = (a: Maps, b: Maps) => concatenate().apply([a, b]) as Maps;

const noisy = tf.input({ shape: [28, 28, 1], name: 'noisy' });
const told = tf.input({ shape: [1, 1, 18], name: 'told' });
const known = dense({ units: 64, activation: 'swish' }).apply(told);
const tell = (maps: Maps, units: number) =>
  add().apply([maps, dense({ units }).apply(known) as Maps]) as Maps; // the same at every place

const fine = conv(tell(conv(noisy, wide, { kernelSize: 4, strides: 2 }), wide), wide); // 14×14
const coarse = tell(conv(fine, deep, { strides: 2 }), deep); // 7×7
const whole = tell(conv(coarse, 128, { kernelSize: 7, padding: 'valid' }), 128); // 1×1
const middle = conv(join(coarse, raise(whole, deep, 7)), deep); // 7×7; what was coarse comes straight across
const detailed = tell(conv(join(fine, raise(middle, wide, 2)), wide), wide); // 14×14, and so does what was fine
const up = conv2dTranspose({ filters: 1, kernelSize: 4, strides: 2, padding: 'same' });
const unet = tf.model({ inputs: [noisy, told], outputs: up.apply(detailed) as Maps });

/** From noise to digits; with a name, each step is shown: what there is, and below what the network sees in it. */
function draw(pure: tf.Tensor, labels: tf.Tensor, steps: number, strength: number, name?: string) {
  let x = pure; // [batch, 28, 28, 1]
  for (let step = 0; step < steps; step++) {
    x = tf.tidy(() => {
      const time = tf.fill([labels.size], 1 - step / steps);
      const [signal, noise] = levels(time);
      const [signalNext, noiseNext] = levels(time.sub(1 / steps));
      // What the network sees without label, and from there towards what it sees with it (Ho and Salimans 2022)
      const told = tf.concat([none(labels.size), labels].map((each) => condition(time, each)));
      const seen = unet.apply([tf.concat([x, x]), told]) as tf.Tensor; // both at once: quicker than one by one
      const [free, named] = tf.split(seen, 2) as [tf.Tensor, tf.Tensor];
      const clean = free.add(named.sub(free).mul(strength)).clipByValue(-1, 1);
      const both = tf.concat([x, clean]);
      if (name) showImages(name, both, { step, columns: labels.size, range: [-1, 1] });
      // DDIM (Song et al. 2021): to the guess, and back with the same noise, but less of it
      const epsilon = x.sub(clean.mul(signal)).div(noise);
      return clean.mul(signalNext).add(epsilon.mul(noiseNext));
    });
  }
  return x;
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
unet.compile({ optimizer, loss: 'meanSquaredError' });

const asked = tf.range(0, 100, 1, 'int32').mod(10); // 0 to 9, ten times
const pure = tf.randomNormal([100, 28, 28, 1]);

function show(name: string, count: number, step: number, strength: number): void {
  tf.tidy(() => {
    const labels = asked.slice(0, count);
    const drawn = draw(pure.slice(0, count), labels, samplingSteps, strength);
    showImages(name, drawn, { step, labels, columns: 10, range: [-1, 1] });
  });
}

function onEpochEnd(epoch: number): void {
  Object.assign(optimizer, { learningRate: learningRate * (1 - (epoch + 1) / epochs) });
  show('while it learns', 10, epoch + 1, guidance);
}
const batched = tf.data.generator(batches);
await unet.fitDataset(batched, { epochs, batchesPerEpoch, callbacks: { onEpochEnd } });

// Result -----------------------------------------------------------------------------------------
show('without guidance', 100, epochs, 1);
show('guided', 100, epochs, guidance);
tf.tidy(() => draw(pure.slice(0, 10), asked.slice(0, 10), samplingSteps, guidance, 'out of noise'));

// From now on the trained network draws what the dials ask for; hand is which noise it begins with.
explore('dials', { digit: [0, 9], guidance: [0, 4], steps: [1, 10], hand: [0, 99] }, (dials) => {
  const label = tf.tensor1d([Math.round(dials.digit)], 'int32');
  const noise = pure.slice(Math.round(dials.hand), 1); // [1, 28, 28, 1]
  return draw(noise, label, Math.round(dials.steps), dials.guidance).add(1).div(2);
});
