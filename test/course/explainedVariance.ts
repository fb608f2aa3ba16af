/** The share of the variance that the first components explain, by an eigen-solver that is not ours. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * @param images [count, size], row by row
 * @returns of the first 1, 2, … components, 0 to 1
 */
export function explainedVariance(images: Float32Array, size: number): number[] {
  const rows = Array.from({ length: images.length / size }, (_, i) =>
    Array.from(images.subarray(i * size, (i + 1) * size)),
  );
  const table = new Matrix(rows).center('column');
  const covariance = table.transpose().mmul(table).div(rows.length);
  const { realEigenvalues } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const total = covariance.trace();
  let sum = 0;
  return realEigenvalues.toSorted((a, b) => b - a).map((value) => (sum += value / total));
}
