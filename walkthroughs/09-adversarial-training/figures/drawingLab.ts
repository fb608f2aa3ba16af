/** A small GAN that learns to draw digits in the panel, every epoch’s drawings from the same noise kept. */
import { Random } from '../../../src/data/random.ts';
import {
  type DigitSet,
  labelledBatches,
  ofClasses,
  PIXELS,
  similarTrainingDigits,
} from '../../../src/webview/kit/digitSet.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { mean, normal } from './gameLab.ts';
import { type Batch, Gan } from './gan.ts';
import type { Rules } from './rules.ts';

export const DIGITS = [0, 1, 3, 4, 7];
export const ROWS = 4;
export const EPOCHS = 40;
const STEPS_PER_EPOCH = 30;
const BATCH = 32;
const NOISE = 4;
const SEED = 1;
const RATE = 0.002;
/** Standard deviation of the noise that the discriminator sees, at first and at last. */
const BLUR = [0.5, 0.15] as const;

export interface Epoch {
  /** [ROWS · DIGITS, PIXELS], row by row. */
  drawings: Float32Array;
  /** Mean D of real and of made digits. */
  onReal: number;
  onMade: number;
  discriminator: number;
  generator: number;
}

/** The same noise in each column of a row. */
const fixed = repeatRows(normal(new Random(5), NOISE * ROWS));
const asked = oneHot(Array.from({ length: ROWS * DIGITS.length }, (_, i) => i % DIGITS.length));

export class DrawingLab {
  readonly trainer: Trainer;
  readonly epochs: Epoch[] = [];
  readonly #set: DigitSet = ofClasses(similarTrainingDigits(), DIGITS);
  #gan = firstGan();
  #random = new Random(SEED);
  #next = labelledBatches(this.#set, BATCH, SEED);

  constructor() {
    this.trainer = new Trainer({
      train: (step) => this.#train(step),
      parts: STEPS_PER_EPOCH,
      reset: () => {
        this.#gan = firstGan();
        this.#random = new Random(SEED);
        this.#next = labelledBatches(this.#set, BATCH, SEED);
        this.epochs.length = 0;
      },
      limit: EPOCHS,
      mostPerFrame: 1,
    });
  }

  /** One step of both players: an epoch would take longer than a frame. */
  #train(step: number): void {
    if (this.epochs.length >= EPOCHS) return;
    const rules = rulesAt((this.epochs.length + step / STEPS_PER_EPOCH) / EPOCHS);
    const real = this.#real();
    const fakes = this.#gan.generate(normal(this.#random, NOISE * BATCH), real.conditions);
    const discriminator = this.#gan.trainDiscriminator(real, fakes, rules, this.#random);
    const noise = normal(this.#random, NOISE * BATCH);
    const generator = this.#gan.trainGenerator(noise, real.conditions, rules, this.#random);
    if (step < STEPS_PER_EPOCH - 1) return;
    const made = this.#gan.generate(fixed, asked);
    this.epochs.push({
      drawings: made.values,
      onReal: mean(this.#gan.judge(this.#real())),
      onMade: mean(this.#gan.judge(made)),
      discriminator,
      generator,
    });
  }

  #real(): Batch {
    const { images, labels } = this.#next();
    const conditions = oneHot([...labels].map((label) => DIGITS.indexOf(label)));
    return { values: images, conditions, count: BATCH };
  }
}

function firstGan(): Gan {
  const shape = { noise: NOISE, values: PIXELS, conditions: DIGITS.length, hidden: [64] } as const;
  return new Gan({ ...shape, end: 'sigmoid' }, new Random(SEED));
}

/** @param part of the training that is done, 0 to 1 */
export function rulesAt(part: number): Rules {
  const blur = BLUR[0] + (BLUR[1] - BLUR[0]) * part;
  const rate = RATE * (1 - 0.8 * part);
  return { optimizer: 'adam', rate, beta1: 0.5, blur, loss: 'non-saturating' };
}

export function oneHot(classes: readonly number[]): Float32Array {
  const rows = new Float32Array(classes.length * DIGITS.length);
  classes.forEach((index, i) => {
    rows[i * DIGITS.length + index] = 1;
  });
  return rows;
}

function repeatRows(rows: Float32Array): Float32Array {
  const all = new Float32Array(rows.length * DIGITS.length);
  for (let i = 0; i < ROWS * DIGITS.length; i++) {
    const row = Math.floor(i / DIGITS.length);
    all.set(rows.subarray(row * NOISE, (row + 1) * NOISE), i * NOISE);
  }
  return all;
}
