/** A network that trains far too long, every epoch of it kept, so that one can go back and look. */
import { Random } from '../../../src/data/random.ts';
import { type Wave, wave } from '../../../src/data/wave.ts';
import { meanSquaredError } from '../../../src/metrics/psnr.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { Regressor } from './regressor.ts';
import { GRID } from './waveSet.ts';

export const EPOCHS = 300;
const COUNT = 16;
const BATCH = 8;
const STEPS = COUNT / BATCH;
const NOISE = 0.5;
const RATE = 0.003;
const NETWORK_SEED = 3;

const validation = wave({ count: 150, seed: 1000, noise: NOISE });

export interface Epoch {
  training: number;
  validation: number;
  curve: Float32Array;
}

export class EarlyLab {
  readonly trainer: Trainer;
  readonly epochs: Epoch[] = [];
  #seed: number;
  #points: Wave;
  #network = new Regressor(NETWORK_SEED);
  #random = new Random(1);

  constructor(seed: number) {
    this.#seed = seed;
    this.#points = draw(seed);
    this.trainer = new Trainer({
      train: () => this.#epoch(),
      reset: () => {
        this.#network = new Regressor(NETWORK_SEED);
        this.#random = new Random(1);
        this.epochs.length = 0;
      },
      limit: EPOCHS,
    });
  }

  get points(): Wave {
    return this.#points;
  }

  resample(seed: number): void {
    if (seed === this.#seed) return;
    this.#seed = seed;
    this.#points = draw(seed);
    this.trainer.reset();
  }

  /** Every point once, in random batches. The learner may press Train again at the end: then nothing more happens. */
  #epoch(): void {
    if (this.epochs.length >= EPOCHS) return;
    const { x, y } = this.#points;
    const order = this.#random.order(COUNT);
    for (let step = 0; step < STEPS; step++) {
      const batch = order.slice(step * BATCH, (step + 1) * BATCH);
      const pick = (values: Float32Array) => Float32Array.from(batch, (i) => values[i] ?? 0);
      this.#network.train({ x: pick(x), y: pick(y) }, { method: 'none', strength: 0 }, RATE);
    }
    const error = (on: Wave) => meanSquaredError(on.y, this.#network.predict(on.x));
    this.epochs.push({
      training: error(this.#points),
      validation: error(validation),
      curve: this.#network.predict(GRID),
    });
  }
}

function draw(seed: number): Wave {
  return wave({ count: COUNT, seed, noise: NOISE });
}
