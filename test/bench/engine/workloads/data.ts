/** Weights and data that are the same on every engine. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';

/** Evenly in [low, high). */
export function uniform(random: Random, shape: number[], low = 0, high = 1): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Float32Array.from({ length: size }, () => random.between(low, high)),
    shape,
  );
}

export function normal(random: Random, shape: number[]): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Float32Array.from({ length: size }, () => random.normal()),
    shape,
  );
}

/** Whole numbers below `limit`. */
export function integers(random: Random, shape: number[], limit: number): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Int32Array.from({ length: size }, () => random.below(limit)),
    shape,
    'int32',
  );
}

/** Classes as one-hot rows, [batch, classes]. */
export function labels(random: Random, batch: number, classes: number): tf.Tensor {
  return tf.tidy(() => tf.oneHot(integers(random, [batch], classes), classes).toFloat());
}

/**
 * Gives a model fixed weights: kernels evenly by Glorot and Bengio (2010), equation 16; the rest, which starts at
 * zeros and ones, stays.
 */
export function seedWeights(model: tf.LayersModel, seed: number): void {
  const random = new Random(seed);
  tf.tidy(() =>
    model.setWeights(
      model.getWeights().map((weight) => {
        if (weight.rank < 2) return weight;
        const bound = Math.sqrt(6 / fans(weight.shape));
        return uniform(random, weight.shape, -bound, bound);
      }),
    ),
  );
}

/** Fan-in plus fan-out of a kernel [...window, in, out]. */
function fans(shape: number[]): number {
  const [fanIn = 1, fanOut = 1] = shape.slice(-2);
  return tf.util.sizeFromShape(shape.slice(0, -2)) * (fanIn + fanOut);
}
