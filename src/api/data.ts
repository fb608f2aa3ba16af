/** Data as tensors: drawn by code, seeded. */
import type { LabelledImages } from '../data/characters.ts';
import { digits as drawDigits } from '../data/digits.ts';
import { letters as drawLetters } from '../data/letters.ts';
import * as tf from '../engine/tf.ts';
import { describe, GenAI101Error } from './error.ts';
import { reporter } from './reporter.ts';

export interface CharacterOptions {
  /** How many pictures. */
  count: number;
  /** Another seed gives other pictures, for example to test with; the seed of the run where it is left out. */
  seed?: number;
  /** Side of a picture in pixels; 28 where it is left out. */
  size?: number;
  /** How much the hands differ: 0 is one neat hand, 1 (where it is left out) is everybody's. */
  variety?: number;
}

export interface DigitsOptions extends CharacterOptions {
  /** Which digits; all ten where it is left out. */
  classes?: readonly number[];
}

export interface LettersOptions extends CharacterOptions {
  /** Which capital letters, for example `'AEK'`; A to Z where it is left out. */
  classes?: string;
}

export interface LabelledPictures {
  /** [count, size, size, 1], float32: 0 is paper, 1 is ink. */
  images: tf.Tensor4D;
  /** [count], int32: which digit (or letter, 0 for A) each picture shows. */
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
 * @throws GenAI101Error when `count` or `size` is no whole number above 0, `variety` is not in 0 to 1, or a class is not a digit
 */
export function digits({ classes, ...options }: DigitsOptions): LabelledPictures {
  return draw('digits', options, (given) => drawDigits({ ...given, ...(classes && { classes }) }));
}

/**
 * Grey pictures of handwritten capital letters, drawn and framed like the digits.
 *
 * ```ts
 * const strangers = data.letters({ count: 500, classes: 'AHKX' });
 * ```
 *
 * @throws GenAI101Error when `count` or `size` is no whole number above 0, `variety` is not in 0 to 1, or a class is not one of A to Z
 */
export function letters({ classes, ...options }: LettersOptions): LabelledPictures {
  return draw('letters', options, (given) =>
    drawLetters({ ...given, ...(classes !== undefined && { classes }) }),
  );
}

function draw(
  what: string,
  { count, seed = reporter().seed, size = 28, variety = 1 }: CharacterOptions,
  make: (options: Required<CharacterOptions>) => LabelledImages,
): LabelledPictures {
  const call = `data.${what}`;
  checkWhole(call, 'count', count);
  checkWhole(call, 'size', size);
  const drawn = inWords(call, () => make({ count, seed, size, variety }));
  return {
    images: tf.tensor4d(drawn.images, [count, size, size, 1]),
    labels: tf.tensor1d(Int32Array.from(drawn.labels), 'int32'),
  };
}

function checkWhole(call: string, what: string, value: unknown): void {
  if (Number.isInteger(value) && Number(value) > 0) return;
  throw new GenAI101Error(
    `${call}: expected ${what} to be a whole number above 0, got ${describe(value)}.`,
  );
}

function inWords<T>(call: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new GenAI101Error(`${call}: ${error.message}`);
    throw error;
  }
}
