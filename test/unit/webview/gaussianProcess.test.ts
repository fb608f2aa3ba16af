import assert from 'node:assert/strict';
import { Matrix, solve } from 'ml-matrix';
import { Random } from '../../../src/data/random.ts';
import {
  classify,
  drawFunction,
  kernels,
  regress,
} from '../../../src/webview/kit/maths/gaussianProcess.ts';

const seen = [
  { x: 0.1, y: 0.5 },
  { x: 0.4, y: -0.3 },
  { x: 0.9, y: 1.2 },
];
const places = [0, 0.25, 0.5, 2];

describe('a Gaussian process', () => {
  for (const name of ['smooth', 'rough', 'periodic'] as const) {
    it(`has the posterior of a direct solve with the ${name} kernel`, () => {
      const kernel = kernels[name](0.3);
      const noise = 0.01;
      const { mean, covariance } = regress(seen, kernel, noise, places);
      const K = new Matrix(
        seen.map((a, i) => seen.map((b, j) => kernel(a.x, b.x) + (i === j ? noise + 1e-6 : 0))),
      );
      const near = new Matrix(seen.map(({ x }) => places.map((place) => kernel(x, place))));
      const expected = near.transpose().mmul(solve(K, Matrix.columnVector(seen.map(({ y }) => y))));
      const told = near.transpose().mmul(solve(K, near));
      places.forEach((place, i) => {
        assert.ok(Math.abs((mean[i] ?? 0) - expected.get(i, 0)) < 1e-6);
        const variance = kernel(place, place) - told.get(i, i);
        assert.ok(Math.abs((covariance[i]?.[i] ?? 0) - variance) < 1e-6);
      });
    });
  }

  it('is its prior without points, and draws functions with the covariance of the kernel', () => {
    const kernel = kernels.smooth(0.3);
    const belief = regress([], kernel, 0.01, places);
    assert.deepEqual(belief.mean, [0, 0, 0, 0]);
    const random = new Random(1);
    const drawn = Array.from({ length: 20_000 }, () => drawFunction(belief, () => random.normal()));
    const together = drawn.reduce((sum, [a = 0, b = 0]) => sum + a * b, 0) / drawn.length;
    assert.ok(Math.abs(together - kernel(0, 0.25)) < 0.03, String(together));
  });

  it('is sure of a class among its points, and unsure far away', () => {
    const marks = [0, 0.1, 0.2, 0.3].map((x) => ({ x, y: 1 }));
    const { probability } = classify(marks, kernels.smooth(0.3), [0.15, 9]);
    assert.ok((probability[0] ?? 0) > 0.7, String(probability[0]));
    assert.ok(Math.abs((probability[1] ?? 0) - 0.5) < 1e-6);
  });
});
