/** Two generators that learn letters side by side: one begins at random, one with what it learned on digits. */
import { Random } from '../../../src/data/random.ts';
import { batches, PIXELS, similarTrainingDigits } from '../../../src/webview/kit/digitSet.ts';
import { copyLayers } from '../../../src/webview/kit/network/layers.ts';
import {
  divergence,
  reparameterize,
  VariationalAutoencoder,
} from '../../../src/webview/kit/network/variational.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { batchesOf, fewLetters, testLetters } from './letterSet.ts';

export const starts = ['from scratch', 'from digits'] as const;
export type Start = (typeof starts)[number];

/** Samples in each grid. */
export const SHOWN = 24;
/** Steps between two looks. */
export const EVERY = 20;
const shape = { pixels: PIXELS, hidden: [64], code: 8 };
const PER_CLASS = 40;
const DIGIT_STEPS = 700;
const LIMIT = 600;
const BATCH = 32;
const RATE = 0.002;
const HELD_OUT = 60;

export interface Look {
  step: number;
  /** By start: loss on letters never learned from, in nats an image. */
  losses: Record<Start, number>;
  /** By start: [24, 196], always from the same latent points. */
  samples: Record<Start, Float32Array>;
}

export class GeneratorLab {
  readonly trainer: Trainer;
  looks: Look[] = [];
  readonly #digits = trainOnDigits();
  readonly #points = normal(SHOWN * shape.code, 5);
  readonly #heldOut = testLetters().images.slice(0, HELD_OUT * PIXELS);
  readonly #heldOutNoise = normal(HELD_OUT * shape.code, 6);
  #models = this.#fresh();
  #next = batchesOf(fewLetters(PER_CLASS), BATCH, 7);
  #noise = new Random(8);

  constructor() {
    this.#look();
    this.trainer = new Trainer({
      train: () => this.#train(),
      reset: () => {
        this.#models = this.#fresh();
        this.#next = batchesOf(fewLetters(PER_CLASS), BATCH, 7);
        this.#noise = new Random(8);
        this.looks = [];
        this.#look();
      },
      limit: LIMIT,
      mostPerFrame: 2,
    });
  }

  /** Both see the same images and the same noise. */
  #train(): void {
    const { images } = this.#next();
    const noise = Float32Array.from({ length: BATCH * shape.code }, () => this.#noise.normal());
    for (const start of starts) {
      this.#models[start].train(images, noise, { batch: BATCH, beta: 1, rate: RATE });
    }
    if ((this.trainer.step + 1) % EVERY === 0) this.#look();
  }

  #fresh(): Record<Start, VariationalAutoencoder> {
    const make = () => new VariationalAutoencoder(shape, new Random(2));
    const models = { 'from scratch': make(), 'from digits': make() };
    copyLayers(this.#digits.encoder, models['from digits'].encoder);
    copyLayers(this.#digits.decoder, models['from digits'].decoder);
    return models;
  }

  #look(): void {
    const step = this.looks.length * EVERY;
    const of = <T>(act: (model: VariationalAutoencoder) => T): Record<Start, T> => ({
      'from scratch': act(this.#models['from scratch']),
      'from digits': act(this.#models['from digits']),
    });
    const look = {
      step,
      losses: of((model) => lossOf(model, this.#heldOut, this.#heldOutNoise)),
      samples: of((model) => model.decode(this.#points)),
    };
    this.looks = [...this.looks, look];
  }
}

/** The first step at which the one from digits is as good as the one from scratch at `step`. */
export function caughtAt(looks: readonly Look[], { losses }: Look): number | undefined {
  return looks.find((look) => look.losses['from digits'] <= losses['from scratch'])?.step;
}

/** Negative evidence lower bound with β = 1, for one draw of ε an image. */
function lossOf(model: VariationalAutoencoder, images: Float32Array, noise: Float32Array): number {
  const { mean, spread } = model.encode(images);
  const copies = model.decode(reparameterize(mean, spread, noise));
  let loss = 0;
  images.forEach((x, i) => {
    const y = Math.min(1 - 1e-6, Math.max(1e-6, copies[i] ?? 0));
    loss -= x * Math.log(y) + (1 - x) * Math.log(1 - y);
  });
  return (loss + divergence(mean, spread)) / HELD_OUT;
}

function trainOnDigits(): VariationalAutoencoder {
  const model = new VariationalAutoencoder(shape, new Random(1));
  const next = batches(similarTrainingDigits(), BATCH, 3);
  const random = new Random(4);
  for (let step = 0; step < DIGIT_STEPS; step++) {
    const noise = Float32Array.from({ length: BATCH * shape.code }, () => random.normal());
    model.train(next(), noise, { batch: BATCH, beta: 1, rate: RATE });
  }
  return model;
}

function normal(count: number, seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: count }, () => random.normal());
}
