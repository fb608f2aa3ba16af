/** The builder that the figure trains: it learns the value of each move from how its levels came out. */
import { Random } from '../../../src/data/random.ts';
import { backward, forward, stack, update } from '../../../src/webview/kit/network/layers.ts';
import { meanSquares } from '../../../src/webview/kit/network/losses.ts';
import {
  besides,
  type Dug,
  EASIEST,
  EXIT,
  finish,
  HARDEST,
  type Level,
  look,
  missOf,
  START,
} from './maze.ts';

const INPUTS = 5;
const SEED = 1;
const BATCH = 64;
const BATCHES_PER_LEVEL = 3;
const RATE = 0.004;
/** Moves that the builder learns from: the newest of this number. */
const REMEMBERED = 6000;
/** Steps: moves nearly as good as the best are chosen as often, so that no two levels need be the same. */
const TOLERANCE = 0.5;
/** Targets of the measurement, and levels for each. */
export const TARGETS = Array.from({ length: 7 }, (_, i) => EASIEST + 4 * i);
const LEVELS_EACH = 4;

interface Move {
  seen: number[];
  /** At the end of its level, in tens of steps. */
  reward: number;
}

export class LevelLab {
  /** Levels to learn from. */
  readonly limit = 1500;
  /** Slow enough to watch it get better. */
  readonly mostPerFrame = 4;
  #layers = fresh();
  #random = new Random(SEED);
  #memory: Move[] = [];
  #dug = 0;

  /** One level dug, then a few batches of remembered moves. */
  train(): void {
    const target = EASIEST + 2 * this.#random.below((HARDEST - EASIEST) / 2 + 1);
    const exploration = 0.3 * Math.max(0, 1 - this.#dug / this.limit);
    const { way, seen } = this.#dig(target, exploration, this.#random);
    const reward = -missOf(way, target) / 10;
    this.#memory.push(...seen.map((each) => ({ seen: each, reward })));
    this.#memory.splice(0, this.#memory.length - REMEMBERED);
    this.#dug++;
    for (let i = 0; i < BATCHES_PER_LEVEL; i++) this.#learn();
  }

  reset(): void {
    this.#layers = fresh();
    this.#random = new Random(SEED);
    this.#memory = [];
    this.#dug = 0;
  }

  /** The same level for the same target, seed and training. */
  build(target: number, seed: number): Level {
    const random = new Random(seed);
    return finish(this.#dig(target, 0, random).way, target, random);
  }

  /** The ways of levels for all of TARGETS. */
  measure(): Dug[] {
    return TARGETS.flatMap((target) =>
      Array.from({ length: LEVELS_EACH }, (_, i) => {
        const { way } = this.#dig(target, 0, new Random(1000 + i));
        return { target, way, isSolvable: way.at(-1) === EXIT };
      }),
    );
  }

  #dig(target: number, exploration: number, random: Random) {
    const way = [START];
    const seen: number[][] = [];
    for (let here = START; here !== EXIT; ) {
      const free = (besides[here] ?? []).filter((to) => !way.includes(to));
      if (free.length === 0) break; // stuck
      const moves = free.map((to) => ({ to, seen: look(way, to, target) }));
      const values = this.#judge(moves.map((move) => move.seen));
      const least = Math.max(...values) - TOLERANCE / 10;
      const isRandom = random.chance(exploration);
      const chosen = random.pick(moves.filter((_, i) => isRandom || (values[i] ?? 0) >= least));
      way.push(chosen.to);
      seen.push(chosen.seen);
      here = chosen.to;
    }
    return { way, seen };
  }

  #judge(seen: readonly number[][]): Float32Array {
    const inputs = Float32Array.from(seen.flat());
    return forward(this.#layers, inputs, seen.length).slice(0, seen.length);
  }

  #learn(): void {
    const batch = Array.from({ length: BATCH }, () => this.#random.pick(this.#memory));
    const outputs = forward(
      this.#layers,
      Float32Array.from(batch.flatMap(({ seen }) => seen)),
      BATCH,
    );
    const rewards = Float32Array.from(batch, ({ reward }) => reward);
    backward(this.#layers, meanSquares(outputs, rewards, BATCH, BATCH).gradient, BATCH, false);
    update(this.#layers, RATE);
  }
}

function fresh() {
  return stack([INPUTS, 32, 32, 1], 'linear', new Random(SEED));
}
