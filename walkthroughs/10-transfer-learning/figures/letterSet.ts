/** Letters for the figures of chapter 10: few to learn from, and others that are never learned from. */
import { letters } from '../../../src/data/letters.ts';
import { Random } from '../../../src/data/random.ts';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';

/** Not all 26, so that a network in the panel learns them in seconds. */
export const KINDS = 'ABCDEFGHKMRSTX';
/** Most images of a class that a figure may learn from. */
export const MOST = 50;
const TEST_COUNT = 420;

export interface LetterSet {
  /** [count, 196] */
  images: Float32Array;
  /** [count]: which of KINDS, 0 for the first. */
  labels: Uint8Array;
}

let known: Float32Array[] | undefined;
let test: LetterSet | undefined;

/** The first `perClass` images of each class: more of them are the same ones and others. */
export function fewLetters(perClass: number): LetterSet {
  known ??= [...KINDS].map((letter, i) => draw(MOST, 100 + i, letter).images);
  const images = new Float32Array(KINDS.length * perClass * PIXELS);
  known.forEach((all, i) => {
    images.set(all.subarray(0, perClass * PIXELS), i * perClass * PIXELS);
  });
  const labels = Uint8Array.from({ length: KINDS.length * perClass }, (_, i) =>
    Math.floor(i / perClass),
  );
  return { images, labels };
}

export function testLetters(): LetterSet {
  test ??= draw(TEST_COUNT, 2, KINDS);
  return test;
}

/** Random batches without end, the same for the same seed. */
export function batchesOf({ images, labels }: LetterSet, size: number, seed: number) {
  const random = new Random(seed);
  return (): LetterSet => {
    const chosen = Array.from({ length: size }, () => random.below(labels.length));
    const batch = new Float32Array(size * PIXELS);
    chosen.forEach((index, i) => {
      batch.set(images.subarray(index * PIXELS, (index + 1) * PIXELS), i * PIXELS);
    });
    return { images: batch, labels: Uint8Array.from(chosen, (index) => labels[index] ?? 0) };
  };
}

function draw(count: number, seed: number, classes: string): LetterSet {
  const drawn = letters({ count, seed, classes, size: SIDE });
  const place = (label: number) => KINDS.indexOf(String.fromCharCode(65 + label));
  return { images: drawn.images, labels: drawn.labels.map(place) };
}
