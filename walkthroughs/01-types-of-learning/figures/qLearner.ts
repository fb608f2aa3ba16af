/** Q-learning (Watkins 1989) on the grid game, one move at a time. */
import { Random } from '../../../src/data/random.ts';
import { type Board, isEnd, moves, type Rules, rewardAt, target } from './gridGame.ts';

export interface Move {
  cell: number;
  action: number;
  reward: number;
  next: number;
  /** Q of the action before and after the update. */
  before: number;
  after: number;
  /** max Q of the next cell; 0 where the game is over. */
  best: number;
}

export interface Habits {
  /** Learning rate α. */
  rate: number;
  /** Probability ε of a random action. */
  explore: number;
}

/** A wanderer that never ends is taken back to the start. */
const MOST_MOVES = 100;

export class QLearner {
  /** [cells, 4] */
  readonly q: Float64Array;
  /** Discounted return of each finished episode. */
  readonly returns: number[] = [];
  cell: number;
  moves = 0;
  last: Move | undefined;
  readonly #random: Random;
  #soFar = 0;
  #inEpisode = 0;

  constructor(board: Board, seed: number, q: ArrayLike<number> = []) {
    this.q = Float64Array.from({ length: board.kinds.length * moves.length }, (_, i) => q[i] ?? 0);
    this.cell = board.start;
    this.#random = new Random(seed);
  }

  /** One move, one update; a finished game begins anew. */
  move(board: Board, rules: Rules, { rate, explore }: Habits): Move {
    if (isEnd(board, this.cell) || board.kinds[this.cell] === 'wall') this.#begin(board);
    const cell = this.cell;
    const action = this.#random.chance(explore)
      ? this.#random.below(moves.length)
      : this.#best(cell);
    const direction = this.#random.chance(rules.slip) ? this.#random.below(moves.length) : action;
    const next = target(board, cell, direction);
    const reward = rewardAt(board, rules, next);
    const best = isEnd(board, next) ? 0 : this.value(next);
    const at = cell * moves.length + action;
    const before = this.q[at] ?? 0;
    const after = before + rate * (reward + rules.discount * best - before);
    this.q[at] = after;
    this.cell = next;
    this.moves++;
    this.last = { cell, action, reward, next, before, after, best };
    this.#count(board, rules, reward);
    return this.last;
  }

  /** max Q of a cell: what it is worth to who acts greedily. */
  value(cell: number): number {
    return Math.max(...this.#row(cell));
  }

  /** The action of highest Q; undefined where nothing is known yet. */
  greedy(cell: number): number | undefined {
    const row = this.#row(cell);
    return row.every((value) => value === 0) ? undefined : row.indexOf(Math.max(...row));
  }

  #row(cell: number): Float64Array {
    return this.q.subarray(cell * moves.length, (cell + 1) * moves.length);
  }

  /** Ties are broken by chance: an agent that knows nothing must not always go up. */
  #best(cell: number): number {
    const row = this.#row(cell);
    const most = Math.max(...row);
    return this.#random.pick([...row.keys()].filter((action) => row[action] === most));
  }

  #count(board: Board, rules: Rules, reward: number): void {
    this.#soFar += rules.discount ** this.#inEpisode * reward;
    this.#inEpisode++;
    if (!isEnd(board, this.cell) && this.#inEpisode < MOST_MOVES) return;
    this.returns.push(this.#soFar);
    if (!isEnd(board, this.cell)) this.#begin(board);
    this.#soFar = 0;
    this.#inEpisode = 0;
  }

  #begin(board: Board): void {
    this.cell = board.start;
  }
}
