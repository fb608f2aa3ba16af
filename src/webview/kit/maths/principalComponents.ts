/** Principal components of pictures: the best that linear maps through k numbers can do. */

export interface PrincipalComponents {
  /** [size]: the mean picture. */
  mean: Float64Array;
  /** Orthonormal directions, the one that explains most first; [size] each. */
  directions: Float64Array[];
}

/**
 * By orthogonal iteration (Golub & Van Loan, section 8.2.4): multiply a block of directions with the
 * covariance, make them orthonormal, repeat. A few directions more than asked for are iterated, so that
 * the last ones have settled too.
 */
export function principalComponents(
  data: Float32Array,
  size: number,
  count: number,
  rounds = 40,
): PrincipalComponents {
  const mean = meanOf(data, size);
  const covariance = covarianceOf(data, size, mean);
  const block = Math.min(size, count + 8);
  let directions = orthonormal(Array.from({ length: block }, (_, i) => start(i, size)));
  for (let round = 0; round < rounds; round++) {
    directions = orthonormal(directions.map((direction) => multiply(covariance, direction)));
  }
  return { mean, directions: directions.slice(0, count) };
}

/** The components' numbers of one picture: its projection on each direction. */
export function project(model: PrincipalComponents, picture: ArrayLike<number>): Float64Array {
  return Float64Array.from(model.directions, (direction) =>
    direction.reduce((sum, d, i) => sum + d * ((picture[i] ?? 0) - (model.mean[i] ?? 0)), 0),
  );
}

/** The picture that the first k numbers give back. */
export function restore(
  model: PrincipalComponents,
  numbers: Float64Array,
  k: number,
): Float32Array {
  const picture = Float32Array.from(model.mean);
  model.directions.slice(0, k).forEach((direction, j) => {
    const weight = numbers[j] ?? 0;
    direction.forEach((d, i) => {
      picture[i] = (picture[i] ?? 0) + weight * d;
    });
  });
  return picture;
}

function meanOf(data: Float32Array, size: number): Float64Array {
  const mean = new Float64Array(size);
  const count = data.length / size;
  data.forEach((value, i) => {
    mean[i % size] = (mean[i % size] as number) + value / count;
  });
  return mean;
}

function covarianceOf(data: Float32Array, size: number, mean: Float64Array): Float64Array {
  const covariance = new Float64Array(size * size);
  const count = data.length / size;
  const row = new Float64Array(size);
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < size; i++) row[i] = (data[n * size + i] as number) - (mean[i] as number);
    for (let i = 0; i < size; i++) {
      const weight = (row[i] as number) / count;
      const at = i * size;
      for (let j = 0; j < size; j++) {
        covariance[at + j] = (covariance[at + j] as number) + weight * (row[j] as number);
      }
    }
  }
  return covariance;
}

/** Any start does that leans on no axis; this one is the same every time. */
function start(index: number, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => Math.cos((i + 1) * (index + 1) * 0.618));
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (matrix[i * size + j] as number) * (vector[j] as number);
    result[i] = sum;
  }
  return result;
}

/** Gram–Schmidt, in place and in order: earlier directions keep what they have. */
function orthonormal(vectors: Float64Array[]): Float64Array[] {
  vectors.forEach((vector, n) => {
    for (const earlier of vectors.slice(0, n)) {
      const overlap = dot(vector, earlier);
      vector.forEach((_, i) => {
        vector[i] = (vector[i] as number) - overlap * (earlier[i] as number);
      });
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    vector.forEach((value, i) => {
      vector[i] = value / length;
    });
  });
  return vectors;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
