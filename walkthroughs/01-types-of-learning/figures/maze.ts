/** The builder's world: rooms behind walls, a way dug from the first room to the last, blind alleys around it. */
import type { Random } from '../../../src/data/random.ts';

/** Rooms in a row. */
export const SIDE = 7;
export const START = 0;
export const EXIT = SIDE * SIDE - 1;
/** Steps of the shortest way that there can be, and the longest that is asked for. */
export const EASIEST = 2 * (SIDE - 1);
export const HARDEST = 36;
/** A level without a way out counts as this many steps off its target. */
export const STUCK = 20;

export const rooms = Array.from({ length: SIDE * SIDE }, (_, room) => room);
/** The rooms beside each room. */
export const besides = rooms.map((room) => rooms.filter((other) => isBeside(room, other)));

/** A way through the rooms. */
export interface Dug {
  target: number;
  /** Rooms in the order in which they were dug. */
  way: readonly number[];
  isSolvable: boolean;
}

export interface Level extends Dug {
  /** Pairs of rooms without a wall between them. */
  passages: readonly (readonly [number, number])[];
}

/** By how many steps a way misses its target. */
export function missOf(way: readonly number[], target: number): number {
  return way.at(-1) === EXIT ? Math.abs(way.length - 1 - target) : STUCK;
}

const UNKNOWN = -1;
const DUG = -2;

/** What the builder sees of a move: what would be left to dig from there. */
export function look(way: readonly number[], next: number, target: number): number[] {
  const steps = new Int8Array(SIDE * SIDE).fill(UNKNOWN);
  for (const room of way) steps[room] = DUG;
  steps[next] = 0;
  const reached = [next];
  for (const room of reached) {
    for (const other of besides[room] ?? []) {
      if (steps[other] !== UNKNOWN) continue;
      steps[other] = (steps[room] ?? 0) + 1;
      reached.push(other);
    }
  }
  const toExit = steps[EXIT] ?? UNKNOWN;
  if (toExit < 0) return [0, 0, 0, 0, 1];
  const spare = target - way.length - toExit;
  const ways = (besides[next] ?? []).filter((room) => steps[room] === 1).length;
  return [spare / 10, toExit / 10, reached.length / 40, ways / 3, 0];
}

/** The level of a way: blind alleys, by chance, lead into the rooms that are left, and none to the exit. */
export function finish(way: readonly number[], target: number, random: Random): Level {
  const passages = way.slice(1).map((room, i) => [way[i] ?? START, room] as const);
  const open = [...way];
  for (;;) {
    const ends = open.flatMap((from) =>
      from === EXIT ? [] : (besides[from] ?? []).map((to) => [from, to] as const),
    );
    const free = ends.filter(([, to]) => to !== EXIT && !open.includes(to));
    if (free.length === 0) break;
    const alley = random.pick(free);
    passages.push(alley);
    open.push(alley[1]);
  }
  return { target, way, isSolvable: way.at(-1) === EXIT, passages };
}

export function isOpen({ passages }: Level, a: number, b: number): boolean {
  return passages.some(([from, to]) => (from === a && to === b) || (from === b && to === a));
}

function isBeside(a: number, b: number): boolean {
  const columns = Math.abs((a % SIDE) - (b % SIDE));
  return columns + Math.abs(Math.floor(a / SIDE) - Math.floor(b / SIDE)) === 1;
}
