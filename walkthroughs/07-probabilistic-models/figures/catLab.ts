/** The cat behind the door: a hidden Markov model of three states and three sounds, small enough to see through. */

/** The same tables as in `hidden-markov-model.ts`. */
export const states = ['asleep', 'playing', 'hungry'] as const;
export const sounds = ['quiet', 'thump', 'meow'] as const;
export const start: readonly number[] = [0.6, 0.2, 0.2];
/** P(next state | state), from the row's state to the column's. */
export const transition: readonly (readonly number[])[] = [
  [0.85, 0.05, 0.1],
  [0.1, 0.8, 0.1],
  [0.1, 0.05, 0.85],
];
/** P(sound | state). */
export const emission: readonly (readonly number[])[] = [
  [0.6, 0.2, 0.2],
  [0.2, 0.6, 0.2],
  [0.2, 0.2, 0.6],
];

/** What is known of one hour. */
export interface Hour {
  /** Each state's number: forward, P(state | sounds so far); Viterbi, that of the best path to it, as a share. */
  scores: readonly number[];
  /** Where each number comes from: the share of each earlier state in it, [state][earlier]; empty in the first hour. */
  from: readonly (readonly number[])[];
}

export type Method = 'forward' | 'viterbi';

/** Forward sums over all ways into a state, Viterbi keeps the best one; else they are the same. */
export function passes(heard: readonly number[], method: Method): Hour[] {
  const hours: Hour[] = [];
  for (const sound of heard) {
    const before = hours.at(-1)?.scores;
    const ways = states.map((_, to) =>
      (before ?? []).map((score, from) => score * (transition[from]?.[to] ?? 0)),
    );
    const into = ways.map((way, to) => (before ? combined(way, method) : (start[to] ?? 0)));
    const joint = into.map((come, to) => come * (emission[to]?.[sound] ?? 0));
    // Divided by their sum, so that long nights do not come to nothing; no ranking changes by it.
    const total = sum(joint);
    hours.push({
      scores: joint.map((score) => score / total),
      from: before ? ways.map((way) => shares(way, method)) : [],
    });
  }
  return hours;
}

/** The path that ends in the state with the highest number: back along the best ways. */
export function bestPath(hours: readonly Hour[]): number[] {
  const path: number[] = [];
  for (let hour = hours.length - 1; hour >= 0; hour--) {
    const next = path[0];
    const from = next === undefined ? hours[hour]?.scores : hours[hour + 1]?.from[next];
    path.unshift(highest(from ?? []));
  }
  return path;
}

export function highest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function combined(way: readonly number[], method: Method): number {
  return method === 'forward' ? sum(way) : Math.max(...way);
}

function shares(way: readonly number[], method: Method): number[] {
  if (method === 'forward') return way.map((each) => each / sum(way));
  return way.map((_, i) => Number(i === highest(way)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
