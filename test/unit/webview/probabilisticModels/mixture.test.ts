import assert from 'node:assert/strict';
import {
  expectation,
  logLikelihood,
  maximization,
  samplePoints,
  somePoints,
  startMixture,
  widened,
  width,
} from '../../../../walkthroughs/07-probabilistic-models/figures/mixtureLab.ts';

describe('the mixture of the panel', () => {
  it('never becomes less likely by a step of EM', () => {
    const points = somePoints(160, 2);
    for (const seed of [1, 2, 3]) {
      let mixture = startMixture(points, 3, seed);
      let before = logLikelihood(points, mixture);
      for (let step = 0; step < 40; step++) {
        mixture = maximization(points, expectation(points, mixture));
        const now = logLikelihood(points, mixture);
        assert.ok(now > before - 1e-4, `${before} → ${now}`);
        before = now;
      }
    }
  });

  it('draws points with the mean and covariance of the Gaussian', () => {
    const one = { weight: 1, mean: [1, -1], covariance: [0.5, 0.2, 0.3] } as const;
    const points = samplePoints([one], 20_000, 1);
    const mean = (value: (point: readonly [number, number]) => number) =>
      points.reduce((sum, point) => sum + value(point), 0) / points.length;
    assert.ok(Math.abs(mean(([x]) => x) - 1) < 0.02);
    assert.ok(Math.abs(mean(([x, y]) => (x - 1) * (y + 1)) - 0.2) < 0.02);
    assert.ok(Math.abs(mean(([, y]) => (y + 1) ** 2) - 0.3) < 0.02);
  });

  it('widens a Gaussian to the width asked for', () => {
    const one = { weight: 1, mean: [0, 0], covariance: [0.5, 0.2, 0.3] } as const;
    assert.ok(Math.abs(width(widened(one, 0.7)) - 0.7) < 1e-12);
  });
});
