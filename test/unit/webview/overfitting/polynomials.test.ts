import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import {
  fitsAt,
  leastSquares,
  orthonormalBasis,
} from '../../../../walkthroughs/03-overfitting-and-underfitting/figures/polynomials.ts';

const random = new Random(1);
const xs = Float64Array.from({ length: 20 }, (_, i) => (2 * (i + random.next())) / 20 - 1);

describe('polynomials of all degrees at once', () => {
  it('stand on polynomials that are orthonormal over the points', () => {
    const { values } = orthonormalBasis(xs, 15);
    for (const [k, column] of values.entries()) {
      for (const [l, other] of values.entries()) {
        const product = column.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
        assert.ok(Math.abs(product - (k === l ? 1 : 0)) < 1e-9, `${k}, ${l}: ${product}`);
      }
    }
  });

  it('give back a polynomial of their degree, also between the points', () => {
    const cubic = (x: number) => 1 - 2 * x + 0.5 * x ** 3;
    const basis = orthonormalBasis(xs, 5);
    const coefficients = leastSquares(basis, xs.map(cubic));
    for (const x of [-0.93, -0.2, 0.111, 0.8]) {
      const [, , , third = 0, , fifth = 0] = fitsAt(basis.at(x), coefficients);
      assert.ok(Math.abs(third - cubic(x)) < 1e-9 && Math.abs(fifth - cubic(x)) < 1e-9);
    }
  });

  it('agree with the normal equations of a straight line', () => {
    const ys = xs.map(() => random.normal());
    const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
    const [mx, my] = [mean(xs), mean(ys)];
    const slope =
      mean(xs.map((x, i) => (x - mx) * ((ys[i] ?? 0) - my))) / mean(xs.map((x) => (x - mx) ** 2));
    const basis = orthonormalBasis(xs, 3);
    const line = fitsAt(basis.at(0.3), leastSquares(basis, ys))[1] ?? 0;
    assert.ok(Math.abs(line - (my + slope * (0.3 - mx))) < 1e-9);
  });
});
