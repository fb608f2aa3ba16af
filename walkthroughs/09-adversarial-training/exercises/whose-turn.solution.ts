/**
 * Solution: whose turn is it?
 * Each optimizer is told which weights are its player’s; those of the other stand still.
 *
 * Data:   2,000 points in three heaps, made by code
 * Expect: about 4 seconds; nearly all made points lie in a heap
 * Try:    two turns of the discriminator for each of the generator
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const learningRate = 0.003;
const batchSize = 128;
const steps = 500;

// Data -------------------------------------------------------------------------------------------
const count = 2000;
const real = data.ring({ count, modes: 3 }).points; // [2000, 2]

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const network = (outputs: number) =>
  tf.sequential({
    layers: [
      dense({ inputShape: [2], units: 48, activation: 'relu' }),
      dense({ units: 48, activation: 'relu' }),
      dense({ units: outputs }),
    ],
  });
export const generator = network(2); // two random numbers → a point
const discriminator = network(1); // a point → a logit
const make = () => generator.apply(tf.randomNormal([batchSize, 2])) as tf.Tensor;

function weightsOf(model: tf.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}

// Training ---------------------------------------------------------------------------------------
const discriminatorOptimizer = tf.train.adam(learningRate, 0);
const generatorOptimizer = tf.train.adam(learningRate, 0);
let blur = 0.3; // standard deviation of the noise on what the discriminator sees; fades out

/** How wrong the discriminator is where the right answer is `answer`: 1 is real, 0 is made. */
function crossEntropy(points: tf.Tensor, answer: number): tf.Scalar {
  const seen = points.add(tf.randomNormal(points.shape, 0, blur));
  const logits = discriminator.apply(seen) as tf.Tensor;
  return tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, answer), logits);
}

for (let step = 1; step <= steps; step++) {
  blur = 0.3 * (1 - step / steps);
  const judged = discriminatorOptimizer.minimize(
    () => {
      const batch = real.gather(tf.randomUniform([batchSize], 0, count, 'int32'));
      return crossEntropy(batch, 1).add(crossEntropy(make(), 0));
    },
    true,
    weightsOf(discriminator),
  );
  generatorOptimizer.minimize(() => crossEntropy(make(), 1), false, weightsOf(generator));
  if (judged) await log({ discriminator: judged }, step, steps);
  judged?.dispose();
}

// Result -----------------------------------------------------------------------------------------
showPoints('made points', generator.predict(tf.randomNormal([500, 2])) as tf.Tensor);
