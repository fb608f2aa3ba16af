import assert from 'node:assert/strict';
import {
  hideAtRandom,
  score,
} from '../../../../walkthroughs/05-data-preprocessing/figures/missingLab.ts';
import {
  bowlOf,
  goodRate,
  pathOf,
  stepsNeeded,
} from '../../../../walkthroughs/05-data-preprocessing/figures/scalingLab.ts';

describe('the scaling figure', () => {
  it('has eigenvalues that add up to the trace and multiply to the determinant', () => {
    const { a, b, c, flat, steep } = bowlOf(7);
    assert.ok(Math.abs(flat + steep - (a + c)) < 1e-9);
    assert.ok(Math.abs(flat * steep - (a * c - b * b)) < 1e-9);
  });

  it('goes straight along an axis of the ellipses, shrinking by 1 − ηλ', () => {
    const bowl = bowlOf(5);
    const [, next] = pathOf(bowl, [Math.cos(bowl.angle), Math.sin(bowl.angle)], 0.01, 1);
    const length = Math.hypot(...(next ?? [0, 0]));
    assert.ok(Math.abs(length - (1 - 0.01 * bowl.flat)) < 1e-9);
  });

  it('arrives below 2 / λmax and never above', () => {
    const bowl = bowlOf(3);
    assert.ok((stepsNeeded(bowl, [1, 1], goodRate(bowl)) ?? Number.NaN) > 0);
    assert.equal(stepsNeeded(bowl, [1, 1], 2.01 / bowl.steep), undefined);
  });
});

describe('the figure of missing values', () => {
  it('hides the same cells for the same seed, one a row', () => {
    const cells = hideAtRandom(8, 3);
    assert.deepEqual(hideAtRandom(8, 3), cells);
    assert.equal(new Set(cells.map((cell) => Math.floor(cell / 3))).size, 8);
  });

  it('drops a row a gap, and fills more closely from neighbours than by the mean', () => {
    const hidden = new Set(hideAtRandom(8, 7));
    assert.deepEqual(score('drop', hidden, 3), { rows: 8, error: undefined });
    const [near, mean] = [score('k-nearest', hidden, 3), score('mean', hidden, 3)];
    assert.ok((near.error ?? 9) < 0.7 * (mean.error ?? 0));
  });
});
