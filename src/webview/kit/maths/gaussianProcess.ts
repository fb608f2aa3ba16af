/**
 * Gaussian processes in one dimension: regression and classification (Rasmussen and Williams 2006, algorithms 2.1, 3.1 and 3.2).
 * The prior has mean 0 and variance 1 everywhere; the kernel says how alike the function is at two places.
 */

export type Kernel = (a: number, b: number) => number;

export const kernels = {
  /** Squared exponential: very smooth functions. */
  smooth:
    (lengthScale: number): Kernel =>
    (a, b) =>
      Math.exp(-(((a - b) / lengthScale) ** 2) / 2),
  /** Matérn 3/2: functions with kinks in their slope. */
  rough:
    (lengthScale: number): Kernel =>
    (a, b) => {
      const far = (Math.sqrt(3) * Math.abs(a - b)) / lengthScale;
      return (1 + far) * Math.exp(-far);
    },
  /** Functions that repeat after one unit. */
  periodic:
    (lengthScale: number): Kernel =>
    (a, b) =>
      Math.exp(-2 * (Math.sin(Math.PI * (a - b)) / lengthScale) ** 2),
} as const;

export type KernelName = keyof typeof kernels;

export interface Observation {
  x: number;
  y: number;
}

/** What is believed of the function at some places. */
export interface Belief {
  mean: number[];
  covariance: number[][];
}

/** Keeps matrices of places close together positive definite. */
const JITTER = 1e-6;

/** @param noise variance of what is added to each y */
export function regress(
  seen: readonly Observation[],
  kernel: Kernel,
  noise: number,
  places: readonly number[],
): Belief {
  const L = cholesky(gram(kernel, seen, noise + JITTER));
  const solved = forward(
    L,
    seen.map(({ y }) => y),
  );
  const V = places.map((place) =>
    forward(
      L,
      seen.map(({ x }) => kernel(x, place)),
    ),
  );
  return {
    mean: V.map((v) => dot(v, solved)),
    covariance: places.map((a, i) =>
      places.map((b, j) => kernel(a, b) - dot(V[i] ?? [], V[j] ?? [])),
    ),
  };
}

/** ln p(y | x), in nats: how well kernel and noise explain what was seen. */
export function logEvidence(seen: readonly Observation[], kernel: Kernel, noise: number): number {
  const L = cholesky(gram(kernel, seen, noise + JITTER));
  const solved = forward(
    L,
    seen.map(({ y }) => y),
  );
  const halfLogDeterminant = L.reduce((sum, row, i) => sum + Math.log(row[i] ?? 1), 0);
  return -dot(solved, solved) / 2 - halfLogDeterminant - (seen.length / 2) * Math.log(2 * Math.PI);
}

/** One function drawn from a belief: its mean, and standard normal numbers times the root of its covariance. */
export function drawFunction({ mean, covariance }: Belief, normal: () => number): number[] {
  const L = cholesky(
    covariance.map((row, i) => row.map((each, j) => (i === j ? each + JITTER : each))),
  );
  const z = mean.map(normal);
  return mean.map((each, i) => each + dot(L[i] ?? [], z));
}

export interface ClassBelief {
  /** Of the latent function, whose sigmoid is the probability of class 1. */
  mean: number[];
  deviation: number[];
  /** P(class 1), averaged over the latent function. */
  probability: number[];
}

const NEWTON_STEPS = 20;

/** Laplace's approximation: a Gaussian around the most probable latent function. @param seen y is the class, 0 or 1 */
export function classify(
  seen: readonly Observation[],
  kernel: Kernel,
  places: readonly number[],
): ClassBelief {
  const K = gram(kernel, seen, JITTER);
  let f = seen.map(() => 0);
  let state = slope(f, seen);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { gradient, root } = state;
    const L = cholesky(inner(K, root));
    const b = f.map((each, i) => (root[i] ?? 0) ** 2 * each + (gradient[i] ?? 0));
    const Kb = times(K, b);
    const solved = backward(
      L,
      forward(
        L,
        Kb.map((each, i) => (root[i] ?? 0) * each),
      ),
    );
    f = times(
      K,
      b.map((each, i) => each - (root[i] ?? 0) * (solved[i] ?? 0)),
    );
    state = slope(f, seen);
  }
  const { gradient, root } = state;
  const L = cholesky(inner(K, root));
  const latent = places.map((place) => {
    const near = seen.map(({ x }) => kernel(x, place));
    const v = forward(
      L,
      near.map((each, i) => (root[i] ?? 0) * each),
    );
    return { mean: dot(near, gradient), variance: Math.max(0, kernel(place, place) - dot(v, v)) };
  });
  return {
    mean: latent.map(({ mean }) => mean),
    deviation: latent.map(({ variance }) => Math.sqrt(variance)),
    // The sigmoid of a normal variable, averaged (MacKay 1992).
    probability: latent.map(({ mean, variance }) =>
      sigmoid(mean / Math.sqrt(1 + (Math.PI * variance) / 8)),
    ),
  };
}

/** First derivative of the log-likelihood in f, and the root of minus its second. */
function slope(f: readonly number[], seen: readonly Observation[]) {
  const odds = f.map(sigmoid);
  return {
    gradient: odds.map((p, i) => (seen[i]?.y ?? 0) - p),
    root: odds.map((p) => Math.sqrt(p * (1 - p))),
  };
}

/** I + W½ K W½ */
function inner(K: readonly (readonly number[])[], root: readonly number[]): number[][] {
  return K.map((row, i) =>
    row.map((each, j) => (root[i] ?? 0) * each * (root[j] ?? 0) + Number(i === j)),
  );
}

/** [seen, seen]: how alike the function is at each two of the places, and `diagonal` more at the same one. */
export function gram(kernel: Kernel, seen: readonly Observation[], diagonal: number): number[][] {
  return seen.map(({ x: a }, i) =>
    seen.map(({ x: b }, j) => kernel(a, b) + (i === j ? diagonal : 0)),
  );
}

/** The lower triangle L with L·Lᵀ = matrix, row by row. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const L: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const left = forward(L, row.slice(0, i));
    L.push([...left, Math.sqrt(Math.max(1e-12, (row[i] ?? 0) - dot(left, left)))]);
  }
  return L;
}

/** x with L·x = b */
export function forward(L: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x: number[] = [];
  for (const [i, each] of b.entries()) {
    const row = L[i] ?? [];
    x.push((each - dot(row.slice(0, i), x)) / (row[i] ?? 1));
  }
  return x;
}

/** x with Lᵀ·x = b */
export function backward(L: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = [...b];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i] = (x[i] ?? 0) - (L[j]?.[i] ?? 0) * (x[j] ?? 0);
    x[i] = (x[i] ?? 0) / (L[i]?.[i] ?? 1);
  }
  return x;
}

function times(matrix: readonly (readonly number[])[], b: readonly number[]): number[] {
  return matrix.map((row) => dot(row, b));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
