/**
 * Mode collapse, and its cure
 * Learns the same ring of heaps twice: once so that the generator drops most heaps, once so that it finds them all.
 *
 * Data:   4,000 points in eight heaps on a ring, made by code
 * Expect: about 20 seconds; the sick game covers one heap or two and leaps between them, the cured one all eight
 * Try:    only one of the three remedies at a time: is any of them enough?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
// Everything else is the same in both games: data, networks, first weights, steps.
const games = {
  sick: { beta1: 0.9, blur: 0, slower: 0 }, // Adam’s usual momentum: both players run past each other
  // No momentum; noise on all the discriminator sees, fading out; a learning rate that falls to a tenth.
  cured: { beta1: 0, blur: 0.3, slower: 0.9 },
};
const learningRate = 0.003; // at first
const hiddenUnits = 64;
const noiseSize = 2;
const batchSize = 128;
const steps = 1500; // in each game
const lookEvery = 50; // steps

// Data -------------------------------------------------------------------------------------------
const count = 4000;
const modes = 8;
const real = data.ring({ count, modes }).points; // [4000, 2]
const angles = tf.linspace(0, 2 * Math.PI, modes + 1).slice(0, modes);
const centres = tf.stack([angles.cos(), angles.sin()], 1).mul(0.8) as tf.Tensor2D; // [8, 2]
const look = tf.randomNormal([1000, noiseSize]); // the same noise at every look

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const network = (inputs: number, outputs: number) =>
  tf.sequential({
    layers: [
      dense({ inputShape: [inputs], units: hiddenUnits, activation: 'relu' }),
      dense({ units: hiddenUnits, activation: 'relu' }),
      dense({ units: outputs }),
    ],
  });
const generator = network(noiseSize, 2); // noise → a point
const discriminator = network(2, 1); // a point → a logit
const players = [generator, discriminator];
const firstWeights = players.map((player) => player.getWeights().map((weight) => weight.clone()));

const weightsOf = (model: tf.LayersModel) =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable);
const make = () => generator.apply(tf.randomNormal([batchSize, noiseSize])) as tf.Tensor;

/** How many heaps hold at least 20 of 1,000 made points: within three standard deviations of the centre. */
function coverage(): number {
  const apart = made().expandDims(1).sub(centres).square().sum(2).sqrt(); // [1000, 8]
  const inside = apart.less(3 * 0.05).sum(0); // [8]
  return inside.greaterEqual(20).sum().dataSync()[0] ?? 0;
}
const made = () => generator.predict(look) as tf.Tensor2D; // [1000, 2]

// Training ---------------------------------------------------------------------------------------
let deviation = 0;

function crossEntropy(points: tf.Tensor, answer: number): tf.Scalar {
  const seen = points.add(tf.randomNormal(points.shape, 0, deviation));
  const logits = discriminator.apply(seen) as tf.Tensor; // [batch, 1]
  return tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, answer), logits);
}

/** Plays one game from the first weights on; returns how many heaps were covered at each look. */
async function play(name: string, { beta1, blur, slower }: typeof games.sick) {
  players.forEach((player, i) => {
    player.setWeights(firstWeights[i] ?? []);
  });
  const [judging, making] = [
    tf.train.adam(learningRate, beta1),
    tf.train.adam(learningRate, beta1),
  ];
  const covered: number[] = [];
  for (let step = 1; step <= steps; step++) {
    deviation = blur * Math.max(0, 1 - step / (0.7 * steps));
    for (const optimizer of [judging, making]) {
      Object.assign(optimizer, { learningRate: learningRate * (1 - (slower * step) / steps) });
    }
    const judged = judging.minimize(
      () => {
        const batch = real.gather(tf.randomUniform([batchSize], 0, count, 'int32'));
        return crossEntropy(batch, 1).add(crossEntropy(make(), 0));
      },
      true,
      weightsOf(discriminator),
    );
    const fooled = making.minimize(() => crossEntropy(make(), 1), true, weightsOf(generator));
    if (judged && fooled) {
      await log(
        { [`discriminator, ${name}`]: judged, [`generator, ${name}`]: fooled },
        step,
        steps,
      );
    }
    judged?.dispose();
    fooled?.dispose();
    if (step % lookEvery === 0) {
      covered.push(tf.tidy(coverage));
      tf.tidy(() => showPoints(`${name}: made points`, made(), { step }));
    }
  }
  judging.dispose();
  making.dispose();
  return covered;
}

const sick = await play('sick', games.sick);
const cured = await play('cured', games.cured);

// Result -----------------------------------------------------------------------------------------
// The losses of the sick game tell little: they stay near those of the cured one. Coverage tells.
const looks = sick.map((_, i) => (i + 1) * lookEvery);
showCurve('heaps covered', looks, { sick, cured }, { step: steps, xLabel: 'step', yLabel: 'of 8' });
await log(
  { 'heaps covered, sick': sick.at(-1) ?? 0, 'heaps covered, cured': cured.at(-1) ?? 0 },
  steps,
);
