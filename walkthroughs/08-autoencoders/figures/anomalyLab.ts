/** An autoencoder that has only ever seen one kind of digit, and the errors it makes on all of them. */
import { digits } from '../../../src/data/digits.ts';
import { Random } from '../../../src/data/random.ts';
import { meanSquaredError } from '../../../src/metrics/psnr.ts';
import {
  batches,
  type DigitSet,
  PIXELS,
  SIDE,
  withAccess,
} from '../../../src/webview/kit/digitSet.ts';
import { Autoencoder } from '../../../src/webview/kit/network/autoencoder.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';

const SEED = 1;
const BATCH = 32;
const RATE = 0.003;
/** Few numbers: enough for one kind of digit, too few for the others. */
const CODE = 6;
/** Normal and anomalous test images each. */
const TESTED = 60;

export interface Tested {
  pixels: Float32Array;
  copy: Float32Array;
  label: number;
  anomalous: boolean;
  /** Mean squared error of the copy. */
  error: number;
}

export class AnomalyLab {
  readonly trainer: Trainer;
  #normal = -1;
  #training: DigitSet = withAccess({ images: new Float32Array(0), labels: new Uint8Array(0) });
  #heldOut = this.#training;
  #tests: DigitSet[] = [];
  #model = fresh();
  #next: () => Float32Array = () => new Float32Array(0);

  constructor(normal: number) {
    this.trainer = new Trainer({
      train: () => {
        const batch = this.#next();
        this.#model.train(batch, batch, BATCH, RATE);
      },
      reset: () => this.#start(),
      limit: 800,
    });
    this.learn(normal);
  }

  get normal(): number {
    return this.#normal;
  }

  /** Chooses the kind of digit that counts as normal; the network starts anew. */
  learn(normal: number): void {
    if (normal === this.#normal) return;
    this.#normal = normal;
    const others = [...Array(10).keys()].filter((digit) => digit !== normal);
    this.#training = drawn(400, 3, [normal]);
    this.#heldOut = drawn(200, 6, [normal]);
    this.#tests = [drawn(TESTED, 4, [normal]), drawn(TESTED, 5, others)];
    this.trainer.reset();
  }

  /** The largest error comes first. */
  ranking(): Tested[] {
    return this.#tests.flatMap((set) => this.#test(set)).sort((a, b) => b.error - a.error);
  }

  /** The error that 95 % of other normal images stay below: a threshold that needs no anomaly. */
  usualThreshold(): number {
    const errors = this.#test(this.#heldOut).map((tested) => tested.error);
    errors.sort((a, b) => a - b);
    return errors[Math.floor(0.95 * errors.length)] ?? 0;
  }

  #test(set: DigitSet): Tested[] {
    const copies = this.#model.reconstruct(set.images);
    return Array.from({ length: set.count }, (_, i) => {
      const pixels = set.image(i);
      const copy = copies.subarray(i * PIXELS, (i + 1) * PIXELS);
      const label = set.labels[i] ?? 0;
      const anomalous = label !== this.#normal;
      return { pixels, copy, label, anomalous, error: meanSquaredError(pixels, copy) };
    });
  }

  #start(): void {
    this.#model = fresh();
    this.#next = batches(this.#training, BATCH, SEED);
  }
}

function fresh(): Autoencoder {
  return new Autoencoder({ pixels: PIXELS, hidden: [64], code: CODE }, new Random(SEED));
}

function drawn(count: number, seed: number, classes: readonly number[]): DigitSet {
  return withAccess(digits({ count, seed, size: SIDE, classes }));
}
