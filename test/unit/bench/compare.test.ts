import assert from 'node:assert/strict';
import { compare, type Entrant, geometricMean } from '../../bench/engine/compare.ts';
import type { Result } from '../../bench/engine/rounds.ts';

/** A slice a round, of steps that all take the same. */
const slices = (...times: number[]): Result =>
  times.map((time) => ({ median: time, min: time - 1, cpu: 2 * time, steps: 3, loss: 0 }));

const entrant = (name: string, threads: number): Entrant => ({ name, threads });

describe('the engines’ bench', () => {
  it('compares round by round, each at its best number of threads', () => {
    const results = new Map([
      [entrant('portable', 1), slices(30, 30, 30)],
      [entrant('portable', 2), slices(11, 24, 40)],
      [entrant('pytorch', 1), slices(10, 20, 20)],
      [entrant('pytorch', 2), slices(99, 99, 99)],
    ]);
    const ratio = compare(results, 'portable', 'pytorch');
    assert.equal(ratio?.ratio, 1.2);
    assert.equal(ratio?.fastest, 10 / 9);
    assert.equal(ratio?.cpu, 3);
  });

  it('compares nothing with one who cannot', () => {
    const results = new Map([
      [entrant('portable', 1), slices(1)],
      [entrant('pytorch', 1), 'no such layer'],
    ]);
    assert.equal(compare(results, 'portable', 'pytorch'), undefined);
  });

  it('averages ratios so that twice and half are even', () => {
    assert.ok(Math.abs(geometricMean([2, 0.5, 1]) - 1) < 1e-12);
  });
});
