/**
 * A GAN that draws what it is asked for
 * Learns to draw a digit of the class and the stroke thickness that both players are told; noise is left with the style.
 *
 * Data:   6,000 handwritten digits, drawn by code, with the width of the pen that wrote each
 * Expect: about 30 seconds; more than nine of ten drawings are the digit asked for, and strokes grow as asked
 * Try:    tell both players 0 in place of the thickness: who decides now how thick a stroke is?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, log, showImages, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ epochs: 10 }, { epochs: [1, 40] }); // of 100 steps each
const noiseSize = 8; // numbers for all that is not asked for: slant, shape, size
const hiddenUnits = 128;
const learningRate = 0.002; // falls in a straight line, so that the game comes to rest
const beta1 = 0; // no momentum: the opponent changes with each step
const steepness = 0.1; // how much a steep opinion of the discriminator costs; at 0.5 drawings vary less
const nudge = 0.1; // standard deviation of the change of pixels by which steepness is felt
const batchSize = 64;
const steps = () => hyper.epochs * 100; // the slider may change it

// Data -------------------------------------------------------------------------------------------
const [pixels, classes, count] = [28 * 28, 10, 6000];
const digits = data.digits({ count, variety: 0.7 });
const images = digits.images.reshape([count, pixels]); // [6000, 784]
const [thin = 0, thick = 0] = tf.stack([digits.thickness.min(), digits.thickness.max()]).dataSync(); // pixels

/** What is asked for, as both players see it: [batch, 11], the class one-hot, then the thickness from −1 to 1. */
function ask(labels: tf.Tensor, thickness: tf.Tensor): tf.Tensor {
  const scaled = thickness.sub((thin + thick) / 2).div((thick - thin) / 2);
  return tf.concat([tf.oneHot(labels.cast('int32'), classes).toFloat(), scaled.expandDims(1)], 1);
}
const asked = ask(digits.labels, digits.thickness); // [6000, 11]
const fixed = tf.randomNormal([100, noiseSize]); // the same noise after each epoch

// Model ------------------------------------------------------------------------------------------
const { dense, batchNormalization, dot, leakyReLU, reLU } = tf.layers;
const making = (inputs: number) => [
  dense({ inputShape: [inputs], units: hiddenUnits, kernelInitializer: 'heNormal' }),
  batchNormalization({ momentum: 0.9 }),
  reLU(),
];
const generator = tf.sequential({
  layers: [
    ...making(noiseSize + classes + 1),
    ...making(hiddenUnits),
    dense({ units: pixels, activation: 'sigmoid' }), // a grey between 0 and 1
  ],
});

// Projection discriminator (Miyato and Koyama 2018): what it sees in a drawing is weighed by what was asked for.
// Told beside the pixels instead, the thickness would be one number among 795, and overheard.
const see = (x: tf.SymbolicTensor) =>
  leakyReLU({ alpha: 0.2 }).apply(dense({ units: hiddenUnits }).apply(x)) as tf.SymbolicTensor;
const inputs = [tf.input({ shape: [pixels] }), tf.input({ shape: [classes + 1] })] as const;
const weights = dense({ units: hiddenUnits }).apply(inputs[1]) as tf.SymbolicTensor;
const logit = dot({ axes: 1 }).apply([see(see(inputs[0])), weights]) as tf.SymbolicTensor;
const discriminator = tf.model({ inputs: [...inputs], outputs: logit });

/** [batch, 1]: the higher, the more a drawing looks like a real digit that is as asked. */
const judge = (drawings: tf.Tensor, wish: tf.Tensor) =>
  discriminator.apply([drawings, wish]) as tf.Tensor;
const draw = (styles: tf.Tensor, wish: tf.Tensor, training = false) =>
  generator.apply(tf.concat([styles, wish], 1), { training }) as tf.Tensor; // [batch, 784]
const weightsOf = (model: tf.LayersModel) =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable);

// Training ---------------------------------------------------------------------------------------
const optimizers = [
  tf.train.adam(learningRate, beta1),
  tf.train.adam(learningRate, beta1),
] as const;

/** Real digits, and drawings of the same class and thickness: is a drawing real, and as asked? */
function pair() {
  const chosen = tf.randomUniform([batchSize], 0, count, 'int32');
  const wish = asked.gather(chosen);
  const [real, noise] = [images.gather(chosen), tf.randomNormal([batchSize, noiseSize])];
  const drawn = draw(noise, wish, true);
  return { wish, real, drawn, onReal: judge(real, wish), onDrawn: judge(drawn, wish) };
}
function slope(drawings: tf.Tensor, wish: tf.Tensor, opinions: tf.Tensor): tf.Tensor {
  const nudged = judge(drawings.add(tf.randomNormal(drawings.shape, 0, nudge)), wish);
  return nudged.sub(opinions).div(nudge).square().mean();
}
function discriminatorLoss(): tf.Scalar {
  const { wish, real, drawn, onReal, onDrawn } = pair();
  const slopes = slope(real, wish, onReal).add(slope(drawn, wish, onDrawn));
  return tf.softplus(onDrawn.sub(onReal)).mean().add(slopes.mul(steepness)).asScalar();
}
function generatorLoss(): tf.Scalar {
  const { onReal, onDrawn } = pair();
  return tf.softplus(onReal.sub(onDrawn)).mean();
}

for (let step = 1; step <= steps(); step++) {
  const judged = optimizers[0].minimize(discriminatorLoss, true, weightsOf(discriminator));
  const fooled = optimizers[1].minimize(generatorLoss, true, weightsOf(generator));
  for (const optimizer of optimizers) {
    Object.assign(optimizer, { learningRate: learningRate * (1 - step / steps()) });
  }
  if (judged && fooled) await log({ discriminator: judged, generator: fooled }, step, steps());
  judged?.dispose();
  fooled?.dispose();
  if (step % 100 === 0) tf.tidy(() => showSamples(step));
}

// Result -----------------------------------------------------------------------------------------
/** Columns ask for the digits 0 to 9; `widths`, [10, 1], has the thickness that each row asks for. */
function show(name: string, step: number, widths: tf.Tensor, styles: tf.Tensor): void {
  const wish = ask(tf.range(0, 100).mod(10), widths.tile([1, 10]).flatten());
  showImages(name, draw(styles, wish), { step, columns: 10 });
}
function showSamples(step: number): void {
  const [widths, medium] = [tf.linspace(thin, thick, 10), tf.fill([10, 1], (thin + thick) / 2)];
  show('thin to thick', step, widths.expandDims(1), fixed.slice(0, 10).tile([10, 1]));
  show('ten hands', step, medium, fixed); // equally thick, of other noise
}

const whole = (max: number) => ({ min: 0, max, integer: true });
explore('on request', { digit: whole(9), thickness: [thin, thick], hand: whole(99) }, (dials) => {
  const wish = ask(tf.tensor1d([dials.digit], 'int32'), tf.tensor1d([dials.thickness]));
  return draw(fixed.slice(dials.hand, 1), wish); // [1, 784]
});
