/** Data as tensors: drawn by code, seeded. */
import { digits as drawDigits } from '../data/digits.ts';
import * as tf from '../engine/tf.ts';
import { describe, GenAI101Error } from './error.ts';
import { reporter } from './reporter.ts';

export interface DigitsOptions {
  /** How many pictures. */
  count: number;
  /** Another seed gives other pictures, for example to test with; the seed of the run where it is left out. */
  seed?: number;
  /** Side of a picture in pixels; 28 where it is left out. */
  size?: number;
  /** Which digits; all ten where it is left out. */
  classes?: readonly number[];
}

export interface LabelledPictures {
  /** [count, size, size, 1], float32: 0 is paper, 1 is ink. */
  images: tf.Tensor4D;
  /** [count], int32: which digit each picture shows. */
  labels: tf.Tensor1D;
}

/**
 * Grey pictures of handwritten digits, drawn by code and framed as in MNIST. Classes come in random order.
 *
 * ```ts
 * const train = data.digits({ count: 6000 });
 * const test = data.digits({ count: 1000, seed: 2 });
 * ```
 *
 * @throws GenAI101Error when `count` or `size` is no whole number above 0, or a class is not a digit
 */
export function digits({
  count,
  seed = reporter().seed,
  size = 28,
  classes,
}: DigitsOptions): LabelledPictures {
  checkWhole('count', count);
  checkWhole('size', size);
  const drawn = inWords(() => drawDigits({ count, seed, size, ...(classes && { classes }) }));
  return {
    images: tf.tensor4d(drawn.images, [count, size, size, 1]),
    labels: tf.tensor1d(Int32Array.from(drawn.labels), 'int32'),
  };
}

function checkWhole(what: string, value: unknown): void {
  if (Number.isInteger(value) && Number(value) > 0) return;
  throw new GenAI101Error(
    `data.digits: expected ${what} to be a whole number above 0, got ${describe(value)}.`,
  );
}

function inWords<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new GenAI101Error(`data.digits: ${error.message}`);
    throw error;
  }
}
