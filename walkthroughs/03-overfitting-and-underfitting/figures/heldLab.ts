/** The same network twice, on the same points: once free, once held back. */
import { type Wave, wave } from '../../../src/data/wave.ts';
import { meanSquaredError } from '../../../src/metrics/psnr.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { type Held, Regressor } from './regressor.ts';
import { GRID } from './waveSet.ts';

const COUNT = 16;
const NOISE = 0.4;
const RATE = 0.005;
const NETWORK_SEED = 3;

/** Of the histogram of weights. */
export const BINS = 31;
export const WIDEST = 0.62;

const validation = wave({ count: 150, seed: 1000, noise: NOISE });

export interface Look {
  curve: Float32Array;
  training: number;
  validation: number;
  /** Weights in each of BINS bins from −WIDEST to WIDEST. */
  histogram: number[];
}

export class HeldLab {
  readonly trainer: Trainer;
  held: Held;
  #seed: number;
  #points: Wave;
  #free = new Regressor(NETWORK_SEED);
  #heldBack = new Regressor(NETWORK_SEED);

  constructor(held: Held, seed: number) {
    this.held = held;
    this.#seed = seed;
    this.#points = draw(seed);
    this.trainer = new Trainer({
      train: () => {
        this.#free.train(this.#points, { method: 'none', strength: 0 }, RATE);
        this.#heldBack.train(this.#points, this.held, RATE);
      },
      reset: () => {
        this.#free = new Regressor(NETWORK_SEED);
        this.#heldBack = new Regressor(NETWORK_SEED);
      },
      limit: 2000,
    });
  }

  get points(): Wave {
    return this.#points;
  }

  /** New noise; both networks start anew. */
  resample(seed: number): void {
    if (seed === this.#seed) return;
    this.#seed = seed;
    this.#points = draw(seed);
    this.trainer.reset();
  }

  look(which: 'free' | 'held'): Look {
    const network = which === 'free' ? this.#free : this.#heldBack;
    const error = ({ x, y }: Wave) => meanSquaredError(y, network.predict(x));
    return {
      curve: network.predict(GRID),
      training: error(this.#points),
      validation: error(validation),
      histogram: histogram(network),
    };
  }

  /** Σ w² or Σ |w| over all weights of the network held back. */
  sum(power: 1 | 2): number {
    let sum = 0;
    for (const { weights } of this.#heldBack.layers) {
      for (const weight of weights) sum += Math.abs(weight) ** power;
    }
    return sum;
  }
}

/** Only the layer between the hidden ones, which has nearly all of the weights; ends count what lies beyond. */
function histogram({ layers }: Regressor): number[] {
  const counts = new Array<number>(BINS).fill(0);
  const weights = layers[1]?.weights ?? new Float32Array(0);
  for (const weight of weights) {
    const place = Math.floor(((weight + WIDEST) / (2 * WIDEST)) * BINS);
    const bin = Math.min(BINS - 1, Math.max(0, place));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function draw(seed: number): Wave {
  return wave({ count: COUNT, seed, noise: NOISE });
}
