/** The Fréchet distance of two clouds of features, each taken for a normal distribution. */

/** What is kept of a cloud of points. */
export interface Cloud {
  /** [size] */
  mean: number[];
  /** [size, size] */
  covariance: Matrix;
}

type Matrix = number[][];

/** Newton–Schulz doubles the right digits a round, once it is near; small eigenvalues take a while. */
const ROUNDS = 40;

/** @param points [count, size], row by row */
export function cloudOf(points: Float32Array, size: number): Cloud {
  const count = points.length / size;
  const indices = Array.from({ length: size }, (_, i) => i);
  const rows = Array.from({ length: count }, (_, n) => points.subarray(n * size, (n + 1) * size));
  const average = (of: (row: Float32Array) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / count;
  const mean = indices.map((i) => average((row) => row[i] ?? 0));
  const centred = (row: Float32Array, i: number) => (row[i] ?? 0) - (mean[i] ?? 0);
  const covariance = indices.map((i) =>
    indices.map((j) => average((row) => centred(row, i) * centred(row, j))),
  );
  return { mean, covariance };
}

/** |μa − μb|² + tr(A + B − 2 √(AB)) (Fréchet 1957; Heusel et al. 2017 score generators by it). */
export function frechetDistance(a: Cloud, b: Cloud): number {
  const means = a.mean.reduce((sum, value, i) => sum + (value - (b.mean[i] ?? 0)) ** 2, 0);
  const root = traceOfRoot(product(a.covariance, b.covariance));
  return Math.max(0, means + trace(a.covariance) + trace(b.covariance) - 2 * root);
}

/** Mean squared distance of two points drawn from the cloud: twice its variance. */
export function diversityOf({ covariance }: Cloud): number {
  return 2 * trace(covariance);
}

/** By the coupled iteration of Newton and Schulz (Higham 2008, section 6.7). */
function traceOfRoot(matrix: Matrix): number {
  const size = Math.sqrt(matrix.flat().reduce((sum, value) => sum + value * value, 0));
  if (size === 0) return 0;
  let y = matrix.map((row) => row.map((value) => value / size));
  let z: Matrix = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let round = 0; round < ROUNDS; round++) {
    const t = product(z, y).map((row, i) => row.map((value, j) => ((i === j ? 3 : 0) - value) / 2));
    [y, z] = [product(y, t), product(t, z)];
  }
  return trace(y) * Math.sqrt(size);
}

function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) =>
    row.map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)),
  );
}

function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
}
