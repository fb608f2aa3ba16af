import assert from 'node:assert/strict';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { Random } from '../../../src/data/random.ts';
import { symmetricEigen } from '../../../src/metrics/eigen.ts';
import { frechetDistance, normalOf } from '../../../src/metrics/frechet.ts';
import { inceptionScore } from '../../../src/metrics/inceptionScore.ts';
import { kid } from '../../../src/metrics/kid.ts';
import { densityCoverage, precisionRecall } from '../../../src/metrics/manifolds.ts';

/**
 * Features by formula. The reference values are of NumPy 2.4, SciPy 1.17 (linalg.sqrtm of the product of the
 * covariances, numpy.cov) and scikit-learn 1.9 (polynomial_kernel(degree=3, gamma=1/6, coef0=1), NearestNeighbors).
 */
const size = 6;
const table = (rows: number, of: (i: number, j: number) => number) =>
  Float64Array.from({ length: rows * size }, (_, at) => of(Math.floor(at / size), at % size));
const real = table(40, (i, j) => Math.sin(1.3 * i * (j + 1) + 2.1 * j) + 0.1 * j);
const made = table(30, (i, j) => 0.8 * Math.cos(0.9 * i * (j + 1) + 1.7 * j) + 0.1 * (i % 3));

describe('the Fréchet distance', () => {
  const distance = (a: Float64Array, b: Float64Array) =>
    frechetDistance(normalOf(a, size), normalOf(b, size));

  it('equals the reference', () => {
    near(distance(real, made), 0.8748898228896691);
    near(distance(made, real), 0.8748898228896691);
  });

  it('is 0 for a set and itself, also where its covariance is singular', () => {
    near(distance(real, real), 0);
    const flat = table(40, (i) => Math.sin(i));
    near(distance(flat, flat), 0);
  });

  it('is the squared distance of the means where only they differ', () => {
    near(
      distance(
        real,
        real.map((value) => value + 2),
      ),
      4 * size,
    );
  });

  it('needs two points', () => {
    assert.throws(() => normalOf([1, 2], 2), /RangeError: a covariance needs at least two points/);
  });
});

describe('eigenvalues of a symmetric matrix', () => {
  it('equal those of a library', () => {
    const n = 20;
    const { covariance } = normalOf(randomPoints(7, 30, n), n);
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from(covariance.subarray(i * n, (i + 1) * n)),
    );
    const library = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
    const expected = library.realEigenvalues.toSorted((a, b) => a - b);
    const { values, vectors } = symmetricEigen(covariance, n);
    values.toSorted().forEach((value, i) => {
      near(value, expected[i] ?? Number.NaN, 1e-9);
    });
    const first = Float64Array.from({ length: n }, (_, k) => vectors[k * n] ?? 0);
    rows.forEach((row, i) => {
      const turned = row.reduce((sum, value, k) => sum + value * (first[k] ?? 0), 0);
      near(turned, (values[0] ?? 0) * (first[i] ?? 0), 1e-9);
    });
  });
});

describe('KID', () => {
  it('equals the reference', () => near(kid(real, made, size), 0.13192812727790626));

  it('is 0 on average for sets of one distribution, though they are small', () => {
    const values = Array.from({ length: 300 }, (_, i) =>
      kid(randomPoints(2 * i, 12, 4), randomPoints(2 * i + 1, 20, 4), 4),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const error = Math.sqrt(variance / values.length);
    assert.ok(Math.abs(mean) < 3 * error, `${mean} ± ${error}`);
    assert.ok(values.some((value) => value < 0));
  });
});

describe('precision and recall, density and coverage', () => {
  it('equal the references', () => {
    assert.deepEqual(precisionRecall(real, made, size), { precision: 0.9, recall: 0 });
    const { density, coverage } = densityCoverage(real, made, size);
    near(density, 0.9333333333333333);
    near(coverage, 0.725);
  });

  it('tell a set that leaves out half from one that is spread too far', () => {
    const all = randomPoints(1, 200, 2);
    const half = randomPoints(2, 400, 2).filter((_, i, points) => (points[i - (i % 2)] ?? 0) > 0);
    const wide = randomPoints(3, 200, 2).map((value) => 3 * value);
    const [ofHalf, ofWide] = [precisionRecall(all, half, 2), precisionRecall(all, wide, 2)];
    assert.ok(ofHalf.precision > 0.9 && ofHalf.recall < 0.7, JSON.stringify(ofHalf));
    assert.ok(ofWide.precision < 0.7 && ofWide.recall > 0.9, JSON.stringify(ofWide));
  });

  it('need neighbours', () => {
    assert.throws(() => precisionRecall([1, 2, 3], [1, 2, 3], 1), /3 points have no 3 neighbours/);
  });
});

describe('the Inception Score', () => {
  const rows = Array.from({ length: 20 }, (_, i) => {
    const odds = Array.from({ length: 4 }, (_, j) => Math.exp(2 * Math.sin(i * 1.1 + j * 2.3)));
    const sum = odds.reduce((total, value) => total + value, 0);
    return odds.map((value) => value / sum);
  });

  it('equals the reference, whole and in splits', () => {
    near(inceptionScore(rows.flat(), 4).mean, 1.6892765404252186);
    const { mean, deviation } = inceptionScore(rows.flat(), 4, 4);
    near(mean, 1.674183264360766);
    near(deviation, 0.051715426076124886);
  });

  it('is the number of classes when all are named for sure, and 1 when one is', () => {
    near(inceptionScore([1, 0, 0, 0, 1, 0, 0, 0, 1], 3).mean, 3);
    near(inceptionScore([1, 0, 0, 1, 0, 0], 3).mean, 1);
  });
});

function randomPoints(seed: number, count: number, width: number): Float64Array {
  const random = new Random(seed);
  return Float64Array.from({ length: count * width }, () => random.normal());
}

function near(found: number, expected: number, tolerance = 1e-7): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} is not ${expected}`);
}
