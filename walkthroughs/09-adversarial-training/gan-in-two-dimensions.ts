/**
 * A generative adversarial network in two dimensions
 * Learns to scatter points like the data, from nothing but a second network’s opinion of them.
 *
 * Data:   4,000 points in eight heaps on a ring, made by code
 * Expect: about 10 seconds; the made points reach all eight heaps, most of them well inside one
 * Try:    another target, data.moons or data.spirals: which shapes are easy to imitate, and which are not?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showMatrix, showPoints, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ epochs: 10 }, { epochs: [1, 30] }); // of 150 steps each
const noiseSize = 2; // numbers a point is made from
const hiddenUnits = 64;
const learningRate = 0.003; // falls in a straight line to a tenth
const beta1 = 0; // no momentum: the opponent changes with each step, so old gradients mislead
const blur = 0.3; // standard deviation of the noise on all the discriminator sees; fades out
const batchSize = 128;
const stepsPerEpoch = 150;
const steps = () => hyper.epochs * stepsPerEpoch; // the slider may change it

// Data -------------------------------------------------------------------------------------------
const count = 4000;
const real = data.ring({ count }).points; // [4000, 2]
const normal = (points: number) => tf.randomNormal([points, noiseSize]);

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
const discriminator = network(2, 1); // a point → a logit: above 0 it looks real, below 0 made

const weightsOf = (model: tf.LayersModel) =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable);
const make = (points: number) => generator.apply(normal(points)) as tf.Tensor2D; // [points, 2]

// Training ---------------------------------------------------------------------------------------
const optimizers = [
  tf.train.adam(learningRate, beta1),
  tf.train.adam(learningRate, beta1),
] as const;
const [discriminatorOptimizer, generatorOptimizer] = optimizers;
let deviation = blur;

/** How wrong the discriminator is where the right answer is `answer`: 1 is real, 0 is made. */
function crossEntropy(points: tf.Tensor, answer: number): tf.Scalar {
  // Blurred, data and fakes overlap from the start, so the discriminator always has a slope to learn from.
  const blurred = points.add(tf.randomNormal(points.shape, 0, deviation));
  const logits = discriminator.apply(blurred) as tf.Tensor; // [batch, 1]
  return tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, answer), logits);
}

/** The discriminator learns to tell data from fakes. The generator stands still. */
function discriminatorLoss(): tf.Scalar {
  const batch = real.gather(tf.randomUniform([batchSize], 0, count, 'int32'));
  return crossEntropy(batch, 1).add(crossEntropy(make(batchSize), 0));
}

/** The generator learns to be taken for real: it climbs the discriminator, which stands still. */
const generatorLoss = () => crossEntropy(make(batchSize), 1);

for (let step = 1; step <= steps(); step++) {
  deviation = blur * Math.max(0, 1 - step / (0.7 * steps()));
  for (const optimizer of optimizers) {
    Object.assign(optimizer, { learningRate: learningRate * (1 - (0.9 * step) / steps()) });
  }
  const judged = discriminatorOptimizer.minimize(discriminatorLoss, true, weightsOf(discriminator));
  const fooled = generatorOptimizer.minimize(generatorLoss, true, weightsOf(generator));
  if (judged && fooled) await log({ discriminator: judged, generator: fooled }, step, steps());
  judged?.dispose();
  fooled?.dispose();
  if (step % stepsPerEpoch === 0) tf.tidy(() => showGame(step));
}

// Result -----------------------------------------------------------------------------------------
/** The points as the generator makes them, and what the discriminator thinks of every place. */
function showGame(step: number): void {
  const points = tf.concat([real.slice(0, 500), make(1000)]); // [1500, 2]
  const classes = Array.from({ length: 1500 }, (_, i) => (i < 500 ? 0 : 1));
  showPoints('real (0) and made (1)', points, { step, classes });

  const [across, down] = tf.meshgrid(tf.linspace(-1.2, 1.2, 40), tf.linspace(1.2, -1.2, 40));
  const places = tf.stack([across, down] as tf.Tensor[], 2).reshape([-1, 2]); // [1600, 2]
  const opinion = tf.sigmoid(discriminator.predict(places) as tf.Tensor).reshape([40, 40]);
  showMatrix('looks real to the discriminator', opinion, { step });
}
