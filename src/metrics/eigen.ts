/** Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan, section 8.5). */

export interface Eigen {
  /** [size], in no order. */
  values: Float64Array;
  /** [size, size], row by row: column i is the eigenvector of value i, of length 1. */
  vectors: Float64Array;
}

/** Convergence is quadratic: eight sweeps do for the sizes met here. */
const MOST_SWEEPS = 40;

/** @param matrix [size, size], row by row; only what is symmetric about it counts */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * (size + 1)] = 1;
  const enough = 1e-30 * a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, size) > enough; sweep++) {
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * (size + 1)] ?? 0), vectors };
}

/** Sum of the squares above the diagonal. */
function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) sum += (a[i * size + j] ?? 0) ** 2;
  }
  return sum;
}

/** Turns the plane of two axes so far that the element they share becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const shared = a[p * size + q] ?? 0;
  if (shared === 0) return;
  const tau = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * shared);
  const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cos = 1 / Math.hypot(1, tangent);
  const sin = tangent * cos;
  mix(a, p, q, size, size, cos, sin); // columns
  mix(a, p * size, q * size, 1, size, cos, sin); // rows
  mix(vectors, p, q, size, size, cos, sin);
}

/** Two columns (or rows), each a mixture of both. */
function mix(
  values: Float64Array,
  first: number,
  second: number,
  stride: number,
  size: number,
  cos: number,
  sin: number,
): void {
  for (let k = 0; k < size; k++) {
    const i = first + k * stride;
    const j = second + k * stride;
    const [x, y] = [values[i] ?? 0, values[j] ?? 0];
    values[i] = cos * x - sin * y;
    values[j] = sin * x + cos * y;
  }
}
