/** The variational autoencoder that the figure trains on ornaments, with no labels; and how new its drawings are. */
import { patterns } from '../../../src/data/patterns.ts';
import { Random } from '../../../src/data/random.ts';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { NearestPicture } from '../../../src/webview/kit/nearestPicture.ts';
import { VariationalAutoencoder } from '../../../src/webview/kit/network/variational.ts';

export const MAX_DIAL = 3;
/** Dials of the curve. */
export const LEVELS = [0, 0.5, 1, 1.5, 2, 2.5, 3];
const CODE = 10;
const KNOWN = 800;
const UNSEEN = 40;
const SEED = 1;
const BATCH = 32;
const RATE = 0.002;
/** Below 1 copies stay sharp: this figure is about drawing, not about the prior. */
const BETA = 0.4;
/** Drawings behind each point of the curve. */
const MEASURED = 8;

export interface Neighbour {
  index: number;
  /** Euclidean, over the pixels. */
  distance: number;
}

export class ArtLab {
  /** Steps of training. */
  readonly limit = 2500;
  readonly #known = patterns({ count: KNOWN, seed: SEED, size: SIDE });
  readonly #unseen = patterns({ count: UNSEEN, seed: SEED + 1, size: SIDE });
  readonly #nearest = new NearestPicture(this.#known, PIXELS);
  #model = fresh();
  #random = new Random(SEED);

  /** One batch, one update. @returns cross-entropy of a picture before it, in nats */
  train(): number {
    const images = new Float32Array(BATCH * PIXELS);
    for (let b = 0; b < BATCH; b++) images.set(this.known(this.#random.below(KNOWN)), b * PIXELS);
    const noise = Float32Array.from({ length: BATCH * CODE }, () => this.#random.normal());
    return this.#model.train(images, noise, { batch: BATCH, beta: BETA, rate: RATE })
      .reconstruction;
  }

  reset(): void {
    this.#model = fresh();
    this.#random = new Random(SEED);
  }

  /** A picture that it learned from. */
  known(index: number): Float32Array {
    return this.#known.subarray(index * PIXELS, (index + 1) * PIXELS);
  }

  /** Pictures of codes at `dial` times a random step from the code of a known one; the same steps for the same seed. */
  imagine(source: number, dial: number, count: number, seed: number): Float32Array[] {
    const random = new Random(seed);
    const { mean } = this.#model.encode(this.known(source), 1);
    return Array.from({ length: count }, () =>
      this.#model.decode(
        mean.map((value) => value + dial * random.normal()),
        1,
      ),
    );
  }

  /** The known picture that is most like this one. */
  nearest(picture: Float32Array): Neighbour {
    const { index, squares } = this.#nearest.of(picture);
    return { index, distance: Math.sqrt(squares) };
  }

  /** Mean distance to the nearest known picture, at each of LEVELS. */
  curve(source: number): number[] {
    return LEVELS.map((dial) =>
      mean(this.imagine(source, dial, MEASURED, 7).map((each) => this.nearest(each).distance)),
    );
  }

  /** The same for ornaments from the same source that it has not seen: what “new” means among real ones. */
  unseenDistance(): number {
    return mean(
      Array.from(
        { length: UNSEEN },
        (_, i) => this.nearest(this.#unseen.subarray(i * PIXELS, (i + 1) * PIXELS)).distance,
      ),
    );
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function fresh(): VariationalAutoencoder {
  return new VariationalAutoencoder({ pixels: PIXELS, hidden: [96], code: CODE }, new Random(SEED));
}
