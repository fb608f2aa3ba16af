import assert from 'node:assert/strict';
import {
  bestPath,
  emission,
  passes,
  start,
  states,
  transition,
} from '../../../../walkthroughs/07-probabilistic-models/figures/catLab.ts';

const heard = [0, 1, 0, 2, 2, 0];

function probability(path: readonly number[]): number {
  return path.reduce((product, state, hour) => {
    const before = path[hour - 1];
    const step = before === undefined ? start[state] : transition[before]?.[state];
    return product * (step ?? 0) * (emission[state]?.[heard[hour] ?? 0] ?? 0);
  }, 1);
}

/** All 3⁶ paths. */
const all = Array.from({ length: 3 ** heard.length }, (_, code) =>
  heard.map((_, hour) => Math.floor(code / 3 ** hour) % 3),
);

describe('the hidden Markov model of the panel', () => {
  it('finds the path that is the most probable of all', () => {
    const best = bestPath(passes(heard, 'viterbi'));
    const highest = Math.max(...all.map(probability));
    assert.ok(Math.abs(probability(best) - highest) < 1e-15);
  });

  it('believes in each state as all paths together do', () => {
    const scores = passes(heard, 'forward').at(-1)?.scores ?? [];
    const total = all.reduce((sum, path) => sum + probability(path), 0);
    states.forEach((_, state) => {
      const ending = all.filter((path) => path.at(-1) === state);
      const share = ending.reduce((sum, path) => sum + probability(path), 0) / total;
      assert.ok(Math.abs((scores[state] ?? 0) - share) < 1e-12);
    });
  });
});
