/** The digits that the figures train and test on, made once. */
import type { LabelledImages } from '../../data/characters.ts';
import { digits } from '../../data/digits.ts';
import { Random } from '../../data/random.ts';

/** Half the side of the scripts' images, so that a network in the panel learns in seconds. */
export const SIDE = 14;
export const PIXELS = SIDE * SIDE;

export interface DigitSet extends LabelledImages {
  count: number;
  image(index: number): Float32Array;
}

const made = new Map<string, DigitSet>();

export function trainingDigits(): DigitSet {
  return make({ count: 1500, seed: 1, variety: 1 });
}

/** Never trained on: what the figures show and measure. */
export function testDigits(): DigitSet {
  return make({ count: 300, seed: 2, variety: 1 });
}

/** Of rather similar hands: two numbers are few, and these digits fit through them. */
export function similarTrainingDigits(): DigitSet {
  return make({ count: 1500, seed: 1, variety: 0.5 });
}

export function similarTestDigits(): DigitSet {
  return make({ count: 300, seed: 2, variety: 0.5 });
}

function make(options: { count: number; seed: number; variety: number }): DigitSet {
  const name = JSON.stringify(options);
  const known = made.get(name);
  if (known) return known;
  const set = withAccess(digits({ ...options, size: SIDE }));
  made.set(name, set);
  return set;
}

export function withAccess({ images, labels }: LabelledImages): DigitSet {
  return {
    images,
    labels,
    count: labels.length,
    image: (index) => images.subarray(index * PIXELS, (index + 1) * PIXELS),
  };
}

/** The digits of some classes only. */
export function ofClasses(set: DigitSet, classes: readonly number[]): DigitSet {
  const chosen = [...set.labels.keys()].filter((i) => classes.includes(set.labels[i] ?? -1));
  const images = new Float32Array(chosen.length * PIXELS);
  chosen.forEach((index, i) => {
    images.set(set.image(index), i * PIXELS);
  });
  return withAccess({ images, labels: Uint8Array.from(chosen, (i) => set.labels[i] ?? 0) });
}

/** The first image of each class, in order. */
export function oneOfEach(set: DigitSet): number[] {
  const found = Array.from({ length: 10 }, (_, digit) => set.labels.indexOf(digit));
  return found.filter((index) => index >= 0);
}

/** Batches without end: every image once per round, in an order that depends on the seed alone. */
export function batches(set: DigitSet, size: number, seed: number): () => Float32Array {
  const next = labelledBatches(set, size, seed);
  return () => next().images;
}

/** The same batches with their labels. */
export function labelledBatches(
  set: DigitSet,
  size: number,
  seed: number,
): () => { images: Float32Array; labels: Uint8Array } {
  const random = new Random(seed);
  let order: number[] = [];
  return () => {
    const images = new Float32Array(size * PIXELS);
    const labels = new Uint8Array(size);
    for (let b = 0; b < size; b++) {
      if (order.length === 0) order = random.order(set.count);
      const index = order.pop() ?? 0;
      images.set(set.image(index), b * PIXELS);
      labels[b] = set.labels[index] ?? 0;
    }
    return { images, labels };
  };
}
