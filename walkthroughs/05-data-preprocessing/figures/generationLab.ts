/** Two equal variational autoencoders on the same few digits, one of them augmented, and what they draw. */
import { digits } from '../../../src/data/digits.ts';
import { Random } from '../../../src/data/random.ts';
import { frechetDistance, type Normal, normalOf } from '../../../src/metrics/frechet.ts';
import { PIXELS, SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { VariationalAutoencoder } from '../../../src/webview/kit/network/variational.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { augment, halved, type Recipe } from './augmentLab.ts';
import { FEATURES, FeatureNet } from './featureNet.ts';

const FEW = 10;
/** Side of the originals, in pixels. */
const LARGE = 2 * SIDE;
/** Moved pictures kept ready; a few of them are made anew at each step. */
const POOL = 10 * FEW;
const FRESH = 3;
const BATCH = 16;
const RATE = 0.002;
const SEED = 1;
const shape = { pixels: PIXELS, hidden: [64], code: 6 };
/** Samples behind the scores; the first of them are shown. */
const SCORED = 120;
export const SHOWN = 24;

export type Reach = Omit<Recipe, 'noise' | 'mirror'>;

export interface Scores {
  /** Mean squared distance of two samples, in features. */
  diversity: number;
  /** Fréchet distance to new digits, in features. */
  distance: number;
}

export class GenerationLab {
  readonly trainer: Trainer;
  reach: Reach;
  readonly #originals = large().map((picture) => halved(picture, LARGE));
  #pool = startOf(this.#originals);
  #moved = 0;
  readonly #features = new FeatureNet();
  readonly #real: Normal;
  /** The same latent points for both, at every step. */
  readonly #latent: Float32Array;
  #plain = fresh();
  #augmented = fresh();
  #random = new Random(SEED);

  constructor(reach: Reach) {
    this.reach = reach;
    this.#real = this.#cloudOf(testDigits().images);
    const random = new Random(SEED + 1);
    this.#latent = Float32Array.from({ length: SCORED * shape.code }, () => random.normal());
    this.trainer = new Trainer({
      train: () => this.#train(),
      reset: () => this.#reset(),
      limit: 2500,
    });
  }

  samples(kind: 'plain' | 'augmented'): Float32Array {
    return (kind === 'plain' ? this.#plain : this.#augmented).decode(this.#latent);
  }

  scores(samples: Float32Array): Scores {
    const cloud = this.#cloudOf(samples);
    return { diversity: diversityOf(cloud), distance: frechetDistance(cloud, this.#real) };
  }

  /** What new digits would score against each other: the diversity to reach. */
  get realDiversity(): number {
    return diversityOf(this.#real);
  }

  #train(): void {
    for (let i = 0; i < FRESH; i++) this.#moveAnother();
    const chosen = Array.from({ length: BATCH }, () => this.#random.below(POOL));
    const noise = Float32Array.from({ length: BATCH * shape.code }, () => this.#random.normal());
    const options = { batch: BATCH, beta: 1, rate: RATE };
    this.#plain.train(batchOf(chosen.map((i) => this.#originals[i % FEW])), noise, options);
    this.#augmented.train(batchOf(chosen.map((i) => this.#pool[i])), noise, options);
  }

  /** The oldest picture of the pool makes room for one moved anew. */
  #moveAnother(): void {
    const at = this.#moved++ % POOL;
    const { turn, shift, zoom } = this.reach;
    const recipe = { turn, shift: 2 * shift, zoom, noise: 0, mirror: false };
    this.#pool[at] = halved(
      augment(large()[at % FEW] ?? empty, recipe, this.#random, LARGE),
      LARGE,
    );
  }

  #reset(): void {
    [this.#plain, this.#augmented] = [fresh(), fresh()];
    this.#random = new Random(SEED);
    this.#pool = startOf(this.#originals);
    this.#moved = 0;
  }

  #cloudOf(images: Float32Array): Normal {
    return normalOf(this.#features.look(images), FEATURES);
  }
}

/** Mean squared distance of two different points of the cloud: twice its variance. */
export function diversityOf({ mean, covariance }: Normal): number {
  return mean.reduce((sum, _, i) => sum + 2 * (covariance[i * (mean.length + 1)] ?? 0), 0);
}

function fresh(): VariationalAutoencoder {
  return new VariationalAutoencoder(shape, new Random(SEED));
}

const empty = new Float32Array(LARGE ** 2);
let drawn: Float32Array[] | undefined;

/** Drawn at twice the side: moved there and made smaller afterwards they stay sharp. */
function large(): Float32Array[] {
  if (drawn) return drawn;
  const { images } = digits({ count: FEW, seed: 1, size: LARGE });
  drawn = Array.from({ length: FEW }, (_, i) => images.slice(i * LARGE ** 2, (i + 1) * LARGE ** 2));
  return drawn;
}

/** Before anything is moved. */
function startOf(originals: readonly Float32Array[]): Float32Array[] {
  return Array.from({ length: POOL }, (_, i) => originals[i % FEW] ?? new Float32Array(PIXELS));
}

function batchOf(pictures: readonly (Float32Array | undefined)[]): Float32Array {
  const batch = new Float32Array(pictures.length * PIXELS);
  pictures.forEach((picture, i) => {
    if (picture) batch.set(picture, i * PIXELS);
  });
  return batch;
}
