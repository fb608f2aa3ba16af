/** One game of a failure, sick or cured, with what is charted of it. */
import { Random } from '../../../src/data/random.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import type { Failure } from './failures.ts';
import { mean, normal } from './gameLab.ts';
import { type Batch, Gan } from './gan.ts';

const BATCH = 64;
const SHOWN = 200;
/** Of the points shown, to call a heap covered; and how near its middle they lie. */
const COVERED = { share: 0.02, radius: 0.18 };
const NOTE_EVERY = 10;
/** Part of the steps after which noise that fades is gone. */
const FADED = 0.7;

export interface Note {
  step: number;
  discriminator: number;
  generator: number;
  /** Heaps covered, or the mean distance to the nearest heap: what the failure charts. */
  outcome: number;
}

export class FailLab {
  readonly trainer: Trainer;
  readonly notes: Note[] = [];
  readonly #failure: Failure;
  readonly #cured: boolean;
  #gan: Gan;
  #random = new Random(2);

  constructor(failure: Failure, cured: boolean) {
    this.#failure = failure;
    this.#cured = cured;
    this.#gan = firstGan(failure);
    this.trainer = new Trainer({
      train: () => this.#step(),
      reset: () => {
        this.#gan = firstGan(failure);
        this.#random = new Random(2);
        this.notes.length = 0;
      },
      limit: failure.steps,
      mostPerFrame: 5,
    });
  }

  made(): Batch {
    return this.#gan.generate(normal(new Random(7), this.#failure.noise * SHOWN), none);
  }

  judge(places: Float32Array): Float32Array {
    return this.#gan.judge({ values: places, conditions: none, count: places.length / 2 });
  }

  pull(made: Batch): Float32Array {
    return this.#gan.pull(made, this.#rules());
  }

  /** Heaps with at least 2 % of the made points near their middle. */
  coverage({ values, count }: Batch): number {
    return this.#failure.centres.filter(([x, y]) => {
      let near = 0;
      for (let i = 0; i < values.length; i += 2) {
        const apart = Math.hypot((values[i] ?? 0) - x, (values[i + 1] ?? 0) - y);
        if (apart < COVERED.radius) near++;
      }
      return near >= COVERED.share * count;
    }).length;
  }

  #step(): void {
    if (this.trainer.step >= this.#failure.steps) return;
    const rules = this.#rules();
    const random = this.#random;
    const noise = () => normal(random, this.#failure.noise * BATCH);
    const { lead, headStart, judging = rules } = this.#failure;
    let discriminator = 0;
    for (let i = 0; i < lead + (this.trainer.step === 0 ? headStart : 0); i++) {
      const made = this.#gan.generate(noise(), none);
      discriminator = this.#gan.trainDiscriminator(this.#batch(), made, judging, random);
    }
    const generator = this.#gan.trainGenerator(noise(), none, rules, random);
    const step = this.trainer.step + 1;
    if (step % NOTE_EVERY !== 0) return;
    this.notes.push({ step, discriminator, generator, outcome: this.#outcome() });
  }

  #outcome(): number {
    const made = this.made();
    if (this.#failure.chart === 'coverage') return this.coverage(made);
    const [[x, y] = [0, 0]] = this.#failure.centres;
    return mean(
      Float32Array.from({ length: made.count }, (_, i) =>
        Math.hypot((made.values[2 * i] ?? 0) - x, (made.values[2 * i + 1] ?? 0) - y),
      ),
    );
  }

  /** The noise of a game with hidden layers fades; in the smallest game it stays. */
  #rules() {
    const { sick, cured, steps, hidden } = this.#failure;
    const rules = this.#cured ? cured : sick;
    if (hidden.length === 0) return rules;
    return { ...rules, blur: rules.blur * Math.max(0, 1 - this.trainer.step / (FADED * steps)) };
  }

  #batch(): Batch {
    const { points } = this.#failure;
    const values = new Float32Array(2 * BATCH);
    for (let i = 0; i < BATCH; i++) {
      const at = 2 * this.#random.below(points.length / 2);
      values.set(points.subarray(at, at + 2), 2 * i);
    }
    return { values, conditions: none, count: BATCH };
  }
}

const none = new Float32Array(0);

/** Sick and cured start from the same weights. */
function firstGan({ noise, hidden, start, spread }: Failure): Gan {
  const gan = new Gan({ noise, values: 2, conditions: 0, hidden, end: 'linear' }, new Random(1));
  const last = gan.generator.at(-1);
  last?.bias.set(start);
  last?.weights.forEach((weight, i, all) => {
    all[i] = spread * weight;
  });
  // Without hidden layers the generator moves one small heap, and nothing else.
  if (hidden.length === 0) {
    last?.weights.fill(0.06);
    gan.discriminator[0]?.weights.fill(0);
  }
  return gan;
}
