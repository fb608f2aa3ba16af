/** A generator and a discriminator in the plane, moved by hand or in turns. */
import { Random } from '../../../src/data/random.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { type Batch, Gan } from './gan.ts';
import type { Rules } from './rules.ts';

/** Who moves in a step: both after one another, or one while the other waits. */
export const moves = ['both', 'discriminator', 'generator'] as const;
export type Move = (typeof moves)[number];

export const STEPS = 2000;
const BATCH = 64;
const NOISE = 2;
const HIDDEN = [32, 32];
const RATE = 0.004;
const BLUR = 0.25;
/** Steps until the noise has faded. */
const FADED = 1200;
const SHOWN = 150;

export interface Look {
  made: Batch;
  /** Mean D of the real and of the made points. */
  onReal: number;
  onMade: number;
}

export class GameLab {
  readonly trainer: Trainer;
  /** What was done, as pairs of an index into `moves` and how often; it replays the game. */
  readonly history: number[] = [];
  #points: Float32Array;
  #gan = makeGan();
  #random = new Random(2);
  #next: Move = 'both';
  #replay: Move[];

  constructor(points: Float32Array, history: readonly number[]) {
    this.#points = points;
    this.#replay = unroll(history);
    this.trainer = new Trainer({
      train: () => this.#move(this.#replay.shift() ?? this.#next),
      reset: () => {
        this.#gan = makeGan();
        this.#random = new Random(2);
        this.#replay = [];
        this.history.length = 0;
      },
      limit: STEPS,
      mostPerFrame: 8,
    });
  }

  get points(): Float32Array {
    return this.#points;
  }

  /** Another target: the game starts anew. */
  imitate(points: Float32Array): void {
    this.#points = points;
    this.trainer.reset();
  }

  /** One step of one player; the other waits. */
  turn(player: Move): void {
    this.#next = player;
    this.trainer.once();
    this.#next = 'both';
  }

  look(): Look {
    const random = new Random(7);
    const made = this.#gan.generate(normal(random, NOISE * SHOWN), none);
    const real = this.#points;
    return {
      made,
      onReal: mean(this.#gan.judge({ values: real, conditions: none, count: real.length / 2 })),
      onMade: mean(this.#gan.judge(made)),
    };
  }

  /** D at each place, [n, 2]. */
  judge(places: Float32Array): Float32Array {
    return this.#gan.judge({ values: places, conditions: none, count: places.length / 2 });
  }

  /** Where the generator’s loss pulls each made point. */
  pull(made: Batch): Float32Array {
    return this.#gan.pull(made, { loss: 'non-saturating' });
  }

  #move(move: Move): void {
    const rules: Rules = {
      optimizer: 'adam',
      rate: RATE,
      beta1: 0,
      blur: BLUR * Math.max(0, 1 - this.trainer.step / FADED),
      loss: 'non-saturating',
    };
    const random = this.#random;
    if (this.#points.length === 0) return;
    if (move !== 'generator') {
      const made = this.#gan.generate(normal(random, NOISE * BATCH), none);
      this.#gan.trainDiscriminator(this.#batch(), made, rules, random);
    }
    if (move !== 'discriminator') {
      this.#gan.trainGenerator(normal(random, NOISE * BATCH), none, rules, random);
    }
    this.#note(move);
  }

  #batch(): Batch {
    const values = new Float32Array(2 * BATCH);
    for (let i = 0; i < BATCH; i++) {
      const at = 2 * this.#random.below(this.#points.length / 2);
      values.set(this.#points.subarray(at, at + 2), 2 * i);
    }
    return { values, conditions: none, count: BATCH };
  }

  #note(move: Move): void {
    const index = moves.indexOf(move);
    if (this.history.at(-2) === index) this.history.push((this.history.pop() ?? 0) + 1);
    else this.history.push(index, 1);
  }
}

const none = new Float32Array(0);

function makeGan(): Gan {
  const shape = { noise: NOISE, values: 2, conditions: 0, hidden: HIDDEN, end: 'linear' } as const;
  return new Gan(shape, new Random(1));
}

/** At most as many steps as a session may hold. */
function unroll(history: readonly number[]): Move[] {
  const all: Move[] = [];
  for (let i = 0; i + 1 < history.length && all.length < 20 * STEPS; i += 2) {
    const move = moves[history[i] ?? 0] ?? 'both';
    for (let n = 0; n < Math.min(20 * STEPS, history[i + 1] ?? 0); n++) all.push(move);
  }
  return all;
}

export function normal(random: Random, count: number): Float32Array {
  return Float32Array.from({ length: count }, () => random.normal());
}

export function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
