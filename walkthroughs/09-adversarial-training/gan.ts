/**
 * A GAN that draws digits
 * Learns to draw digits from noise, against a discriminator that compares its drawings with real ones.
 *
 * Data:   6,000 handwritten digits of rather similar hands, drawn by code
 * Expect: about 40 seconds; more than eight of ten drawings are clear digits, of many kinds
 * Try:    leave out the batch normalization: how many different digits are left?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ epochs: 16 }, { epochs: [1, 40] }); // of 100 steps each
const noiseSize = 16; // numbers a digit is made from
const hiddenUnits = 128;
const learningRate = 0.002; // falls in a straight line to a tenth
const beta1 = 0; // no momentum: the opponent changes with each step
const steepness = 2.5; // how much a steep opinion of the discriminator costs
const nudge = 0.1; // standard deviation of the change of pixels by which steepness is felt
const averaging = 0.99; // part of the averaged generator that each step keeps
const batchSize = 64;
const stepsPerEpoch = 100;
const steps = () => hyper.epochs * stepsPerEpoch; // the slider may change it

// Data -------------------------------------------------------------------------------------------
const pixels = 28 * 28;
const count = 6000;
const digits = data.digits({ count, variety: 0.5 }).images.reshape([count, pixels]); // [6000, 784]
const someDigits = () => digits.gather(tf.randomUniform([batchSize], 0, count, 'int32'));

// Model ------------------------------------------------------------------------------------------
// Dense layers throughout: without a graphics card, convolutional ones (DCGAN) take much longer per step.
const { dense, batchNormalization, leakyReLU, reLU } = tf.layers;

/** Normalized over the batch, hidden units differ from drawing to drawing: a help against mode collapse. */
const making = (inputs: number) => [
  dense({ inputShape: [inputs], units: hiddenUnits, kernelInitializer: 'heNormal' }),
  batchNormalization(),
  reLU(),
];
const generator = tf.sequential({
  layers: [
    ...making(noiseSize),
    ...making(hiddenUnits),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});
const discriminator = tf.sequential({
  layers: [
    dense({ inputShape: [pixels], units: hiddenUnits }),
    leakyReLU({ alpha: 0.2 }), // lets a slope through below 0 too, for the generator to learn from
    dense({ units: hiddenUnits }),
    leakyReLU({ alpha: 0.2 }),
    dense({ units: 1 }), // a logit: the higher, the more real
  ],
});
const judge = (images: tf.Tensor) => discriminator.apply(images) as tf.Tensor; // [batch, 1]
const draw = (noise: tf.Tensor) => generator.apply(noise, { training: true }) as tf.Tensor;
const drawSome = () => draw(tf.randomNormal([batchSize, noiseSize])); // [batch, 784]
const weightsOf = (model: tf.LayersModel) =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable);

// Training ---------------------------------------------------------------------------------------
const optimizers = [
  tf.train.adam(learningRate, beta1),
  tf.train.adam(learningRate, beta1),
] as const;
const [discriminatorOptimizer, generatorOptimizer] = optimizers;

/** How steep opinions are: their change under a small nudge. It stands for the gradient penalty R1 and R2. */
function slope(images: tf.Tensor, opinions: tf.Tensor): tf.Tensor {
  const nudged = judge(images.add(tf.randomNormal(images.shape, 0, nudge)));
  return nudged.sub(opinions).div(nudge).square().mean();
}

/** Relativistic (Jolicoeur-Martineau 2018): a real digit has to look more real than a drawing beside it. */
function discriminatorLoss(): tf.Scalar {
  const [real, drawn] = [someDigits(), drawSome()];
  const [onReal, onDrawn] = [judge(real), judge(drawn)];
  const penalty = slope(real, onReal).add(slope(drawn, onDrawn)).mul(steepness);
  return tf.softplus(onDrawn.sub(onReal)).mean().add(penalty).asScalar();
}

/** The other way round. */
const generatorLoss = () =>
  tf.softplus(judge(someDigits()).sub(judge(drawSome()))).mean() as tf.Scalar;

// The generator runs back and forth with the game. The average of its weights is calmer, and draws better.
const average = weightsOf(generator).map((weight) => tf.variable(weight, false));
const fixed = tf.randomNormal([100, noiseSize]); // the same noise after each epoch

for (let step = 1; step <= steps(); step++) {
  const judged = discriminatorOptimizer.minimize(discriminatorLoss, true, weightsOf(discriminator));
  const fooled = generatorOptimizer.minimize(generatorLoss, true, weightsOf(generator));
  for (const optimizer of optimizers) {
    Object.assign(optimizer, { learningRate: learningRate * (1 - (0.9 * step) / steps()) });
  }
  tf.tidy(() => {
    weightsOf(generator).forEach((weight, i) => {
      average[i]?.assign(average[i].mul(averaging).add(weight.mul(1 - averaging)));
    });
  });
  if (judged && fooled) await log({ discriminator: judged, generator: fooled }, step, steps());
  judged?.dispose();
  fooled?.dispose();
  if (step % stepsPerEpoch === 0) tf.tidy(() => showSamples(step));
}

// Result -----------------------------------------------------------------------------------------
/** The same noise each time: in the filmstrip each drawing becomes another digit at first, then settles. */
function showSamples(step: number): void {
  const weights = weightsOf(generator);
  const kept = weights.map((weight) => weight.clone());
  weights.forEach((weight, i) => {
    weight.assign(average[i] ?? weight);
  });
  showImages('samples', draw(fixed), { step });
  weights.forEach((weight, i) => {
    weight.assign(kept[i] ?? weight);
  });
}
