/**
 * Solution: a way out of the flat
 * −ln D is steepest where the discriminator is sure that a point is made, so the generator sets off at once.
 *
 * Data:   1,000 points in one heap, made by code
 * Expect: about 3 seconds; the made points end near the heap
 * Try:    no head start for the discriminator: does the old loss work then?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const headStart = 200; // steps of the discriminator before the generator’s first one
const steps = 300;
const batchSize = 64;

// Data -------------------------------------------------------------------------------------------
const count = 1000;
const real = tf.randomNormal([count, 2], 0, 0.06).add([0.7, 0.7]); // [1000, 2]

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const discriminator = tf.sequential({
  layers: [
    dense({ inputShape: [2], units: 32, activation: 'relu' }),
    dense({ units: 1 }), // a logit: above 0 it looks real
  ],
});
// The smallest generator: it adds a learned shift to the noise. It starts far from the heap.
export const shift = tf.variable(tf.tensor1d([-0.7, -0.7]));
const make = () => tf.randomNormal([batchSize, 2], 0, 0.06).add(shift);

// Training ---------------------------------------------------------------------------------------
const weights = discriminator.trainableWeights.map((weight) => weight.read() as tf.Variable);
const discriminatorOptimizer = tf.train.adam(0.02);
const generatorOptimizer = tf.train.sgd(0.02); // plain descent: a step as long as the slope says

function discriminatorLoss(): tf.Scalar {
  const batch = real.gather(tf.randomUniform([batchSize], 0, count, 'int32'));
  const [onReal, onMade] = [batch, make()].map((points) => discriminator.apply(points));
  return tf
    .softplus(tf.neg(onReal as tf.Tensor))
    .add(tf.softplus(onMade as tf.Tensor))
    .mean();
}

/** −ln D of the made points. */
function generatorLoss(): tf.Scalar {
  const logits = discriminator.apply(make()) as tf.Tensor; // [64, 1]
  return tf.softplus(logits.neg()).mean();
}

for (let step = 1; step <= headStart; step++) {
  discriminatorOptimizer.minimize(discriminatorLoss, false, weights);
}
for (let step = 1; step <= steps; step++) {
  for (let turn = 0; turn < 2; turn++) {
    discriminatorOptimizer.minimize(discriminatorLoss, false, weights);
  }
  const loss = generatorOptimizer.minimize(generatorLoss, true, [shift]);
  if (loss) await log({ generator: loss }, step, steps);
  loss?.dispose();
}

// Result -----------------------------------------------------------------------------------------
showPoints('real (0) and made (1)', tf.concat([real.slice(0, 64), make()]) as tf.Tensor, {
  classes: [...Array(128).keys()].map((i) => Number(i >= 64)),
});
