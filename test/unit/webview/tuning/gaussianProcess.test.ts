import assert from 'node:assert/strict';
import { Matrix, solve } from 'ml-matrix';
import {
  expectedImprovement,
  posterior,
} from '../../../../walkthroughs/04-hyperparameter-tuning/figures/gaussianProcess.ts';

const seen = [
  { x: 0.1, y: 0.9 },
  { x: 0.45, y: 0.3 },
  { x: 0.5, y: 0.35 },
];

describe('the Gaussian process of Bayesian optimization', () => {
  it('guesses what a direct solve gives', () => {
    const kernel = (a: number, b: number) => Math.exp(-(((a - b) / 0.2) ** 2) / 2);
    const K = new Matrix(
      seen.map((a, i) => seen.map((b, j) => kernel(a.x, b.x) + (i === j ? 1e-4 : 0))),
    );
    const near = Matrix.columnVector(seen.map(({ x }) => kernel(x, 0.3)));
    const ys = Matrix.columnVector(seen.map(({ y }) => (y - 0.6) / 0.25));
    const mean = 0.6 + 0.25 * near.transpose().mmul(solve(K, ys)).get(0, 0);
    const variance = 1 - near.transpose().mmul(solve(K, near)).get(0, 0);
    const guess = posterior(seen, 0.2)(0.3);
    assert.ok(Math.abs(guess.mean - mean) < 1e-9);
    assert.ok(Math.abs(guess.deviation - 0.25 * Math.sqrt(variance)) < 1e-9);
  });

  it('is sure at its trials, and unsure far away', () => {
    const guess = posterior(seen, 0.05);
    assert.ok(Math.abs(guess(0.1).mean - 0.9) < 1e-3);
    assert.ok(guess(0.1).deviation < 0.01);
    assert.ok(guess(0.9).deviation > 0.249);
  });

  it('expects the improvement that averaging over the guess gives', () => {
    const [mean, deviation, lowest] = [0.5, 0.2, 0.45];
    let sum = 0;
    for (let z = -8; z < 8; z += 1e-3) {
      const gain = Math.max(0, lowest - (mean + deviation * z));
      sum += (gain * Math.exp((-z * z) / 2) * 1e-3) / Math.sqrt(2 * Math.PI);
    }
    assert.ok(Math.abs(expectedImprovement(mean, deviation, lowest) - sum) < 1e-5);
  });
});
