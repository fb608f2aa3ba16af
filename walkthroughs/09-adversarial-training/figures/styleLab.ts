/** A small GAN in the panel that draws the digit and the stroke asked for; noise is left with the style. */
import { digits } from '../../../src/data/digits.ts';
import { Random } from '../../../src/data/random.ts';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { DIGITS, EPOCHS, oneHot, rulesAt } from './drawingLab.ts';
import { normal } from './gameLab.ts';
import { type Batch, Gan } from './gan.ts';

const STEPS_PER_EPOCH = 30;
const BATCH = 32;
const NOISE = 4;
const SEED = 1;
const COUNT = 800;
/** Thinnest and thickest pen that can be asked for, in pixels of the figure’s images. */
export const THIN = 0.9;
export const THICK = 1.7;

export interface Wish {
  digit: number;
  /** In pixels. */
  thickness: number;
}

export class StyleLab {
  readonly trainer: Trainer;
  readonly #data = digits({ count: COUNT, seed: SEED, variety: 0.7, size: SIDE, classes: DIGITS });
  #gan = firstGan();
  #random = new Random(SEED);

  constructor() {
    this.trainer = new Trainer({
      train: (step) => this.#train(step),
      parts: STEPS_PER_EPOCH,
      reset: () => {
        this.#gan = firstGan();
        this.#random = new Random(SEED);
      },
      limit: EPOCHS,
      mostPerFrame: 1,
    });
  }

  /** @returns [wishes, PIXELS], all of the style that a roll of the noise gives */
  draw(wishes: readonly Wish[], roll: number): Float32Array {
    const style = normal(new Random(100 + roll), NOISE);
    const noise = new Float32Array(NOISE * wishes.length);
    wishes.forEach((_, i) => {
      noise.set(style, i * NOISE);
    });
    return this.#gan.generate(noise, conditionsOf(wishes)).values;
  }

  /** One step of both players: an epoch would take longer than a frame. */
  #train(step: number): void {
    const epochs = this.trainer.step;
    if (epochs >= EPOCHS) return;
    const rules = rulesAt((epochs + step / STEPS_PER_EPOCH) / EPOCHS);
    const real = this.#real();
    const made = this.#gan.generate(normal(this.#random, NOISE * BATCH), real.conditions);
    // Real, but not as asked (Reed et al. 2016): without these, the thickness is hardly heeded.
    const mismatched = { ...real, conditions: this.#real().conditions };
    this.#gan.trainDiscriminator(real, both(made, mismatched), rules, this.#random);
    const noise = normal(this.#random, NOISE * BATCH);
    this.#gan.trainGenerator(noise, real.conditions, rules, this.#random);
  }

  #real(): Batch {
    const { images, labels, thickness } = this.#data;
    const values = new Float32Array(BATCH * PIXELS);
    const wishes = Array.from({ length: BATCH }, (_, i) => {
      const index = this.#random.below(COUNT);
      values.set(images.subarray(index * PIXELS, (index + 1) * PIXELS), i * PIXELS);
      return { digit: labels[index] ?? 0, thickness: thickness[index] ?? 0 };
    });
    return { values, conditions: conditionsOf(wishes), count: BATCH };
  }
}

/** The thickness as both players see it, loud beside so many pixels: −3 for the thinnest stroke, 3 for the thickest. */
export function scaled(thickness: number): number {
  return (6 * (thickness - THIN)) / (THICK - THIN) - 3;
}

function both(first: Batch, second: Batch): Batch {
  return {
    values: Float32Array.of(...first.values, ...second.values),
    conditions: Float32Array.of(...first.conditions, ...second.conditions),
    count: first.count + second.count,
  };
}

function conditionsOf(wishes: readonly Wish[]): Float32Array {
  const classes = oneHot(wishes.map(({ digit }) => DIGITS.indexOf(digit)));
  const width = DIGITS.length + 1;
  const rows = new Float32Array(wishes.length * width);
  wishes.forEach(({ thickness }, i) => {
    rows.set(classes.subarray(i * DIGITS.length, (i + 1) * DIGITS.length), i * width);
    rows[(i + 1) * width - 1] = scaled(thickness);
  });
  return rows;
}

function firstGan(): Gan {
  const shape = { noise: NOISE, values: PIXELS, conditions: DIGITS.length + 1, hidden: [64] };
  return new Gan({ ...shape, end: 'sigmoid' }, new Random(SEED));
}
