import assert from 'node:assert/strict';
import { waveAt } from '../../../../src/data/wave.ts';
import {
  FitLab,
  MAX_DEGREE,
  NOISE,
} from '../../../../walkthroughs/03-overfitting-and-underfitting/figures/fitLab.ts';
import { GRID } from '../../../../walkthroughs/03-overfitting-and-underfitting/figures/waveSet.ts';

describe('the figure of underfitting and overfitting', () => {
  it('never lets the training error rise with the degree, and finds the best validation error between', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const lab = new FitLab(seed);
      const training = lab.errors('training');
      training.reduce((before, after) => {
        assert.ok(after <= before + 1e-9);
        return after;
      });
      const validation = lab.errors('validation');
      const best = validation.indexOf(Math.min(...validation));
      assert.ok(best >= 4 && best <= 9, `seed ${seed}: degree ${best}`);
    }
  });

  it('has the bias and the variance that many fits to new samples show', () => {
    const lab = new FitLab(1);
    const parts = lab.decompose();
    for (const degree of [1, 5]) {
      const fits = lab.resampled(degree, 400);
      let [bias, variance] = [0, 0];
      for (const [at, x] of GRID.entries()) {
        const values = fits.map((fit) => fit[at] ?? 0);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        bias += (mean - waveAt(x)) ** 2 / GRID.length;
        variance += values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399 / GRID.length;
      }
      assert.ok(Math.abs(bias - (parts[degree]?.bias ?? 0)) < 0.02, `bias ${bias}`);
      assert.ok(Math.abs(variance / (parts[degree]?.variance ?? 0) - 1) < 0.3, `${variance}`);
    }
  });

  it('has most of its bias at low degrees, and most of its variance at high ones', () => {
    const parts = new FitLab(1).decompose();
    const total = parts.map(({ bias, variance }) => bias + variance + NOISE ** 2);
    assert.ok((total[1] ?? 0) > 3 * Math.min(...total));
    assert.ok((total[MAX_DEGREE] ?? 0) > 3 * Math.min(...total));
    assert.ok((parts[1]?.bias ?? 0) > 10 * (parts[1]?.variance ?? 0));
    assert.ok((parts[MAX_DEGREE]?.variance ?? 0) > 10 * (parts[MAX_DEGREE]?.bias ?? 0));
  });

  it('moves the curve with a dragged point', () => {
    const moved = [Number.NaN, Number.NaN, 2];
    assert.notDeepEqual(new FitLab(1, moved).curve(5), new FitLab(1).curve(5));
    assert.equal(new FitLab(1, moved).points.y[2], 2);
  });
});
