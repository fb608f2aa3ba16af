/** The classifier that the supervised figure trains: labelled digits in, ten probabilities out. */
import { digits } from '../../../src/data/digits.ts';
import { Random } from '../../../src/data/random.ts';
import {
  labelledBatches,
  PIXELS,
  SIDE,
  testDigits,
  withAccess,
} from '../../../src/webview/kit/digitSet.ts';
import { Classifier } from '../../../src/webview/kit/network/classifier.ts';
import { framed } from './framing.ts';

/** Side of the pad in pixels. */
export const PAD = 28;
export const CLASSES = 10;
const COUNT = 3000;
const SEED = 1;
const BATCH = 32;
const RATE = 0.002;

export class ClassifierLab {
  /** Steps of training. */
  readonly limit = 1500;
  readonly #known = withAccess(digits({ count: COUNT, seed: SEED, size: SIDE }));
  #model = fresh();
  #next = labelledBatches(this.#known, BATCH, SEED);

  /** One batch of labelled digits, one update. @returns the loss before it, in nats */
  train(): number {
    const { images, labels } = this.#next();
    return this.#model.train(images, labels, RATE);
  }

  reset(): void {
    this.#model = fresh();
    this.#next = labelledBatches(this.#known, BATCH, SEED);
  }

  /** Ten probabilities for a framed picture of SIDE × SIDE. */
  probabilities(picture: Float32Array): Float32Array {
    return this.#model.predict(picture, 1);
  }

  /** What the network is shown of a drawing. */
  see(drawing: Float32Array): Float32Array {
    return framed(drawing, PAD, SIDE);
  }

  /** Share of test digits, never learned from, that get the right name. */
  accuracy(): number {
    const set = testDigits();
    const rows = this.#model.predict(set.images.subarray(0, set.count * PIXELS), set.count);
    const right = [...set.labels.keys()].filter(
      (i) => mostProbable(rows.subarray(i * CLASSES, (i + 1) * CLASSES)) === set.labels[i],
    );
    return right.length / set.count;
  }
}

export function mostProbable(probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) {
    if ((probabilities[i] ?? 0) > (probabilities[best] ?? 0)) best = i;
  }
  return best;
}

function fresh(): Classifier {
  return new Classifier({ features: PIXELS, hidden: [64], classes: CLASSES }, new Random(SEED));
}
