/** The network that the denoising figure trains: noisy digits in, clean digits as the target. */
import { Random } from '../../../src/data/random.ts';
import { decibels, meanSquaredError } from '../../../src/metrics/psnr.ts';
import { batches, PIXELS, testDigits, trainingDigits } from '../../../src/webview/kit/digitSet.ts';
import { Autoencoder } from '../../../src/webview/kit/network/autoencoder.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';

export const MAX_NOISE = 1;
/** Noise levels of the curve. */
export const LEVELS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const SEED = 1;
const BATCH = 32;
const RATE = 0.002;
/** Test digits behind each point of the curve. */
const MEASURED = 16;

export class DenoisingLab {
  readonly trainer: Trainer;
  #model = fresh();
  #next = batches(trainingDigits(), BATCH, SEED);
  #random = new Random(SEED);

  constructor() {
    this.trainer = new Trainer({
      train: () => this.#train(),
      reset: () => {
        this.#model = fresh();
        this.#next = batches(trainingDigits(), BATCH, SEED);
        this.#random = new Random(SEED);
      },
      limit: 3000,
    });
  }

  clean(noisy: Float32Array): Float32Array {
    return this.#model.reconstruct(noisy);
  }

  /** Mean PSNR in dB before and after, at each of LEVELS. */
  curve(): { noisy: number; cleaned: number }[] {
    const images = testDigits().images.subarray(0, MEASURED * PIXELS);
    const pattern = noisePattern(99, images.length);
    return LEVELS.map((level) => {
      const noisy = addNoise(images, pattern, level);
      return {
        noisy: decibels(meanSquaredError(noisy, images)),
        cleaned: decibels(meanSquaredError(this.clean(noisy), images)),
      };
    });
  }

  /** Each image of a batch gets its own strength and its own pattern, new at every step. */
  #train(): void {
    const images = this.#next();
    let level = 0;
    const noisy = images.map((value, i) => {
      if (i % PIXELS === 0) level = this.#random.next() * MAX_NOISE;
      return clip(value + level * this.#random.normal());
    });
    this.#model.train(noisy, images, BATCH, RATE);
  }
}

export function noisePattern(seed: number, size: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: size }, () => random.normal());
}

/** x + σ·ε, cut to the range of brightness. */
export function addNoise(images: Float32Array, pattern: Float32Array, level: number): Float32Array {
  return images.map((value, i) => clip(value + level * (pattern[i] ?? 0)));
}

function fresh(): Autoencoder {
  return new Autoencoder({ pixels: PIXELS, hidden: [96], code: 40 }, new Random(SEED));
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
