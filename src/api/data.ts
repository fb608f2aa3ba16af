/** Data as tensors: drawn by code, seeded; or read from the learner's own files. */
import type { Characters } from '../data/characters.ts';
import { customers as makeCustomers } from '../data/customers.ts';
import { digits as drawDigits } from '../data/digits.ts';
import { letters as drawLetters } from '../data/letters.ts';
import { names as inventNames } from '../data/names.ts';
import { patterns as drawPatterns } from '../data/patterns.ts';
import * as shapes from '../data/points.ts';
import { verses as writeVerses } from '../data/verses.ts';
import { wave as drawWave } from '../data/wave.ts';
import * as tf from '../engine/tf.ts';
import { GenAI101Error } from './error.ts';
import { reporter } from './reporter.ts';
import { checkWhole } from './whole.ts';

export type { TextRow, TextTable } from '../data/textTable.ts';
export { dirtyHouses, type HousesOptions, type HouseTable, houses } from './houses.ts';
export { type CsvOptions, loadCsv, type NumberTable, type TargetedTable } from './load/csv.ts';
export { type IdxOptions, loadIdx } from './load/idx.ts';
export {
  type ImageFolderOptions,
  loadImageFolder,
  type PictureFolder,
} from './load/imageFolder.ts';
export { loadTable, type TableOptions } from './load/table.ts';
export { loadText, type TextOptions } from './load/text.ts';
export { type MelodiesOptions, melodies, type Note } from './melodies.ts';

export interface CharacterOptions {
  /** How many pictures. */
  count: number;
  /** Another seed gives other pictures, for example to test with; the seed of the run where it is left out. */
  seed?: number;
  /** Side of a picture in pixels; 28 where it is left out. */
  size?: number;
  /** How much the hands differ: 0 is one neat hand, 1 (where it is left out) is everybody's. */
  variety?: number;
  /** As a bad camera sees them: anywhere in a noisy picture, lighter (to 1) or darker (to -1) than the paper, 0. */
  photographed?: boolean;
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

export interface CharacterPictures extends LabelledPictures {
  /** [count], float32: how wide the pen was that wrote each, in pixels. */
  thickness: tf.Tensor1D;
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
export function digits({ classes, ...options }: DigitsOptions): CharacterPictures {
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
export function letters({ classes, ...options }: LettersOptions): CharacterPictures {
  return draw('letters', options, (given) =>
    drawLetters({ ...given, ...(classes !== undefined && { classes }) }),
  );
}

export interface PointsOptions {
  /** How many points. */
  count: number;
  /** Another seed gives other points, for example to test with; the seed of the run where it is left out. */
  seed?: number;
  /** Standard deviation of the noise on x and y; small where it is left out. */
  noise?: number;
}

export interface SpiralsOptions extends PointsOptions {
  /** How often an arm winds around the centre; 1.5 where it is left out. */
  turns?: number;
}

export interface RingOptions extends PointsOptions {
  /** How many heaps; 8 where it is left out. */
  modes?: number;
}

export interface LabelledPoints {
  /** [count, 2], float32: x and y, about -1 to 1. */
  points: tf.Tensor2D;
  /** [count], int32: the class of each point. */
  labels: tf.Tensor1D;
}

/**
 * Points of two half circles, one hanging into the other; classes 0 (the upper one) and 1, in random order.
 * @throws GenAI101Error when `count` is no whole number above 0, or `noise` is negative
 */
export function moons(options: PointsOptions): LabelledPoints {
  return scatter('moons', options, shapes.moons);
}

/**
 * Points of a circle inside another; classes 0 (outside) and 1 (inside), in random order.
 * @throws GenAI101Error when `count` is no whole number above 0, or `noise` is negative
 */
export function circles(options: PointsOptions): LabelledPoints {
  return scatter('circles', options, shapes.circles);
}

/**
 * Points of two arms that wind around each other; classes 0 and 1, in random order.
 *
 * ```ts
 * const train = data.spirals({ count: 1000 });
 * const test = data.spirals({ count: 500, seed: 1000 });
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number above 0, or `noise` is negative
 */
export function spirals(options: SpiralsOptions): LabelledPoints {
  return scatter('spirals', options, shapes.spirals);
}

/**
 * Normally distributed heaps of points on a circle; the class is which heap, counterclockwise from the right.
 * @throws GenAI101Error when `count` or `modes` is no whole number above 0, or `noise` is negative
 */
export function ring(options: RingOptions): LabelledPoints {
  checkWhole('data.ring', 'modes', options.modes ?? 8);
  return scatter('ring', options, shapes.ring);
}

export interface NamesOptions {
  /** How many names, no two the same; at most 10,000. */
  count: number;
  /** Another seed gives other names; the seed of the run where it is left out. */
  seed?: number;
}

/**
 * Invented names in lower-case letters a to z, of at most 16 letters. They follow rules that reach across a whole
 * name: all its vowels are bright (e, i, y) or all are dark (a, o, u), and its end answers its beginning.
 * @throws GenAI101Error when `count` is no whole number from 1 to 10,000
 */
export function names({ count, seed = reporter().seed }: NamesOptions): string[] {
  checkWhole('data.names', 'count', count);
  if (count <= 10_000) return inventNames({ count, seed });
  throw new GenAI101Error(`data.names: there are names for a count up to 10,000, not ${count}.`);
}

export interface VersesOptions {
  /** How many verses, no two the same; at most 20,000. */
  count: number;
  /** Another seed gives other verses; the seed of the run where it is left out. */
  seed?: number;
}

/**
 * Verses made by code, for language models. Each has four lines of 20 to 45 characters, with a line break between
 * them; lines 1 and 2 rhyme, and 3 and 4. All in 31 characters: a to z, space, line break, comma, full stop and
 * exclamation mark. A verse has about 135 of them, so 800 verses are some 110 KB.
 *
 * ```ts
 * const verses = data.verses({ count: 1000 });
 * const train = verses.slice(0, 900).join('\n\n');
 * const validation = verses.slice(900).join('\n\n'); // none of them is in train
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number from 1 to 20,000
 */
export function verses({ count, seed = reporter().seed }: VersesOptions): string[] {
  checkWhole('data.verses', 'count', count);
  if (count <= 20_000) return writeVerses({ count, seed });
  throw new GenAI101Error(`data.verses: there are verses for a count up to 20,000, not ${count}.`);
}

function scatter<O extends PointsOptions>(
  what: string,
  options: O,
  make: (options: O & { seed: number }) => shapes.LabelledPoints,
): LabelledPoints {
  const call = `data.${what}`;
  checkWhole(call, 'count', options.count);
  const seed = options.seed ?? reporter().seed;
  const { points, labels } = inWords(call, () => make({ ...options, seed }));
  return {
    points: tf.tensor2d(points, [options.count, 2]),
    labels: tf.tensor1d(Int32Array.from(labels), 'int32'),
  };
}

export interface CustomersOptions {
  /** How many customers. */
  count: number;
  /** Another seed gives other customers; the seed of the run where it is left out. */
  seed?: number;
}

export interface CustomerTable {
  /** [count, 3], float32: mean amount of a purchase in euros, purchases a month, mean hour of the day (0 to 24). */
  features: tf.Tensor2D;
  /** [count], int32: the segment that each really belongs to, 0 to 3. For checking only: clustering never sees it. */
  segments: tf.Tensor1D;
}

/**
 * Customers of a shop, made by code, in random order. They fall into four segments that the features do not name.
 *
 * ```ts
 * const { features } = data.customers({ count: 400 });
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number above 0
 */
export function customers({ count, seed = reporter().seed }: CustomersOptions): CustomerTable {
  checkWhole('data.customers', 'count', count);
  const made = makeCustomers({ count, seed });
  return {
    features: tf.tensor2d(made.features, [count, 3]),
    segments: tf.tensor1d(Int32Array.from(made.segments), 'int32'),
  };
}

export interface WaveOptions {
  /** How many points. */
  count: number;
  /** Another seed gives other points, for example to validate with; the seed of the run where it is left out. */
  seed?: number;
  /** Standard deviation of what is added to each y; 0.3 where it is left out. With 0 the points lie on the wave. */
  noise?: number;
}

export interface WavePoints {
  /** [count, 1], float32, ascending, in −1 to 1. */
  x: tf.Tensor2D;
  /** [count, 1], float32: the wave, about −1 to 1, and noise. */
  y: tf.Tensor2D;
}

/**
 * Noisy points along a wave: the smallest task on which a model can fit too little, or too much.
 *
 * ```ts
 * const train = data.wave({ count: 20 });
 * const truth = data.wave({ count: 200, noise: 0 });
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number above 0, or `noise` is negative
 */
export function wave({ count, seed = reporter().seed, noise = 0.3 }: WaveOptions): WavePoints {
  checkWhole('data.wave', 'count', count);
  const { x, y } = inWords('data.wave', () => drawWave({ count, seed, noise }));
  return { x: tf.tensor2d(x, [count, 1]), y: tf.tensor2d(y, [count, 1]) };
}

export interface PatternsOptions {
  /** How many pictures. */
  count: number;
  /** Another seed gives other pictures; the seed of the run where it is left out. */
  seed?: number;
  /** Side of a picture in pixels; 28 where it is left out. */
  size?: number;
}

/**
 * Round ornaments, drawn by code: rings, petals and spirals, without labels.
 *
 * ```ts
 * const images = data.patterns({ count: 3000 });
 * ```
 *
 * @returns [count, size, size, 1], float32: 0 is dark, 1 is light
 * @throws GenAI101Error when `count` or `size` is no whole number above 0
 */
export function patterns({
  count,
  seed = reporter().seed,
  size = 28,
}: PatternsOptions): tf.Tensor4D {
  checkWhole('data.patterns', 'count', count);
  checkWhole('data.patterns', 'size', size);
  return tf.tensor4d(drawPatterns({ count, seed, size }), [count, size, size, 1]);
}

function draw(
  what: string,
  { count, seed = reporter().seed, size = 28, variety = 1, photographed = false }: CharacterOptions,
  make: (options: Required<CharacterOptions>) => Characters,
): CharacterPictures {
  const call = `data.${what}`;
  checkWhole(call, 'count', count);
  checkWhole(call, 'size', size);
  const drawn = inWords(call, () => make({ count, seed, size, variety, photographed }));
  return {
    images: tf.tensor4d(drawn.images, [count, size, size, 1]),
    labels: tf.tensor1d(Int32Array.from(drawn.labels), 'int32'),
    thickness: tf.tensor1d(drawn.thickness),
  };
}

function inWords<T>(call: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new GenAI101Error(`${call}: ${error.message}`);
    throw error;
  }
}
