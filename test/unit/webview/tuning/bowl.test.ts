import assert from 'node:assert/strict';
import {
  cosine,
  descend,
  descendLearning,
  HIGHEST_RATE,
  STEPS,
} from '../../../../walkthroughs/04-hyperparameter-tuning/figures/bowl.ts';
import { logPoints } from '../../../../walkthroughs/04-hyperparameter-tuning/figures/logScale.ts';

const start = [-3.2, 1.2] as const;

describe('balls in a bowl', () => {
  it('arrive below the highest rate and diverge above it', () => {
    const below = descend(start, 0.95 * HIGHEST_RATE).losses;
    const above = descend(start, 1.05 * HIGHEST_RATE).losses;
    assert.ok((below.at(-1) ?? 1) < 0.01 && (above.at(-1) ?? 0) > 100 * (above[0] ?? 0));
  });

  it('take one step as the formula says', () => {
    const [w1 = 0, w2 = 0] = descend(start, 0.1).points[1] ?? [];
    assert.ok(Math.abs(w1 - -2.88) < 1e-9 && Math.abs(w2) < 1e-9);
  });

  it('keep their rate when it is not learned, and have one for each step', () => {
    assert.deepEqual(descendLearning(start, 0.05, 0), descend(start, 0.05));
    assert.deepEqual(descend(start, 0.05).rates, new Array(STEPS).fill(0.05));
  });

  it('end lower with a learned rate than with a fixed one ten times too low', () => {
    for (const hyperRate of [0.2, 0.4, 0.8]) {
      const [fixed, learned] = [descend(start, 0.01), descendLearning(start, 0.01, hyperRate)];
      assert.ok((learned.losses.at(-1) ?? 1) < 0.01 * (fixed.losses.at(-1) ?? 0), `${hyperRate}`);
    }
  });

  it('compare directions, not lengths', () => {
    assert.equal(cosine([2, 0], [5, 0]), 1);
    assert.equal(cosine([0, 1], [0, -3]), -1);
    assert.equal(cosine([1, 0], [0, 4]), 0);
    assert.equal(cosine([1, 1], [0, 0]), 0);
  });

  it('end their line in a logarithmic chart where a loss is no number', () => {
    assert.deepEqual(logPoints([10, 100, Number.POSITIVE_INFINITY, 1], 1), [
      [1, 1],
      [2, 2],
    ]);
  });
});
