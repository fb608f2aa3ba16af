/** The Fréchet distance of two clouds of points, each taken for a normal distribution (Dowson and Landau 1982). */
import { symmetricEigen } from './eigen.ts';

/** What a normal distribution is made of. */
export interface Normal {
  /** [size] */
  mean: Float64Array;
  /** [size, size], row by row */
  covariance: Float64Array;
}

/**
 * Mean and unbiased covariance (divided by count − 1).
 * @param points [count, size], row by row
 * @throws RangeError when there are fewer than two points
 */
export function normalOf(points: ArrayLike<number>, size: number): Normal {
  const count = points.length / size;
  if (count < 2) throw new RangeError('a covariance needs at least two points.');
  const mean = new Float64Array(size);
  for (let i = 0; i < points.length; i++) {
    const k = i % size;
    mean[k] = (mean[k] ?? 0) + (points[i] ?? 0) / count;
  }
  const covariance = new Float64Array(size * size);
  const centred = new Float64Array(size);
  for (let n = 0; n < count; n++) {
    for (let k = 0; k < size; k++) centred[k] = (points[n * size + k] ?? 0) - (mean[k] ?? 0);
    addOuterProduct(covariance, centred, 1 / (count - 1));
  }
  return { mean, covariance };
}

function addOuterProduct(matrix: Float64Array, vector: Float64Array, scale: number): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    const factor = scale * (vector[i] ?? 0);
    for (let j = 0; j < size; j++) {
      matrix[i * size + j] = (matrix[i * size + j] ?? 0) + factor * (vector[j] ?? 0);
    }
  }
}

/**
 * |μa − μb|² + tr(A + B − 2 (A^½ B A^½)^½). Of features of pictures this is the FID (Heusel et al. 2017). It is
 * 0 or more; 0 for equal means and covariances.
 */
export function frechetDistance(a: Normal, b: Normal): number {
  const size = a.mean.length;
  const means = a.mean.reduce((sum, value, i) => sum + (value - (b.mean[i] ?? 0)) ** 2, 0);
  const traces = trace(a.covariance, size) + trace(b.covariance, size);
  return Math.max(0, means + traces - 2 * traceOfRoot(a.covariance, b.covariance, size));
}

/** tr((A B)^½) = tr((A^½ B A^½)^½), and the matrix on the right is symmetric. */
function traceOfRoot(a: Float64Array, b: Float64Array, size: number): number {
  const root = squareRoot(a, size);
  const inner = product(product(root, b, size), root, size);
  return symmetricEigen(inner, size).values.reduce((sum, value) => sum + rootOf(value), 0);
}

/** The symmetric square root of a covariance. */
function squareRoot(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const root = new Float64Array(size * size);
  const vector = new Float64Array(size);
  values.forEach((value, i) => {
    for (let k = 0; k < size; k++) vector[k] = vectors[k * size + i] ?? 0;
    addOuterProduct(root, vector, rootOf(value));
  });
  return root;
}

/** Rounding may leave an eigenvalue of a covariance a little below 0. */
function rootOf(value: number): number {
  return Math.sqrt(Math.max(0, value));
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k] ?? 0;
      for (let j = 0; j < size; j++) {
        result[i * size + j] = (result[i * size + j] ?? 0) + factor * (b[k * size + j] ?? 0);
      }
    }
  }
  return result;
}

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * (size + 1)] ?? 0;
  return sum;
}
