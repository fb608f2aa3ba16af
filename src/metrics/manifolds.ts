/**
 * Fidelity and variety as two numbers. The region that a set of features fills is taken for the union of balls, one
 * around each point, as wide as the distance to its k-th nearest neighbour in the set.
 */

export interface PrecisionRecall {
  /** Share of the made points that lie in the region of the real ones: fidelity, 0 to 1. */
  precision: number;
  /** Share of the real points that lie in the region of the made ones: variety, 0 to 1. */
  recall: number;
}

export interface DensityCoverage {
  /** In how many real balls a made point lies, in k-ths, on average: about 1 for equal sets, and it may be more. */
  density: number;
  /** Share of the real balls in which a made point lies, 0 to 1. */
  coverage: number;
}

/**
 * Kynkäänniemi et al. 2019 (k = 3).
 * @param real [count, size], row by row
 * @param made [another count, size]
 * @throws RangeError when a set has no k neighbours for each of its points
 */
export function precisionRecall(
  real: ArrayLike<number>,
  made: ArrayLike<number>,
  size: number,
  k = 3,
): PrecisionRecall {
  const [realRadii, madeRadii] = [radii(real, size, k), radii(made, size, k)];
  const isReal = new Uint8Array(madeRadii.length);
  const isMade = new Uint8Array(realRadii.length);
  eachPair(real, made, size, (i, j, distance) => {
    if (distance <= (realRadii[i] ?? 0)) isReal[j] = 1;
    if (distance <= (madeRadii[j] ?? 0)) isMade[i] = 1;
  });
  return { precision: shareOf(isReal), recall: shareOf(isMade) };
}

/**
 * Naeem et al. 2020 (k = 5): as above, but an outlier among the real points counts for one ball of many, and the
 * made points need no region of their own.
 */
export function densityCoverage(
  real: ArrayLike<number>,
  made: ArrayLike<number>,
  size: number,
  k = 5,
): DensityCoverage {
  const reach = radii(real, size, k);
  const covered = new Uint8Array(reach.length);
  let inside = 0;
  eachPair(real, made, size, (i, _, distance) => {
    if (distance > (reach[i] ?? 0)) return;
    covered[i] = 1;
    inside++;
  });
  return { density: inside / (k * (made.length / size)), coverage: shareOf(covered) };
}

/** Squared distance of each point to its k-th nearest neighbour; a point is no neighbour of its own. */
function radii(points: ArrayLike<number>, size: number, k: number): Float64Array {
  const count = points.length / size;
  if (count <= k) throw new RangeError(`${count} points have no ${k} neighbours each.`);
  const nearest = new Float64Array(count * k).fill(Number.POSITIVE_INFINITY); // [count, k], ascending
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const distance = squaredDistance(points, i, points, j, size);
      insert(nearest, i * k, k, distance);
      insert(nearest, j * k, k, distance);
    }
  }
  return Float64Array.from({ length: count }, (_, i) => nearest[i * k + k - 1] ?? 0);
}

/** Keeps the k smallest in order. */
function insert(nearest: Float64Array, start: number, k: number, distance: number): void {
  let at = start + k - 1;
  if (distance >= (nearest[at] ?? 0)) return;
  for (; at > start && (nearest[at - 1] ?? 0) > distance; at--) nearest[at] = nearest[at - 1] ?? 0;
  nearest[at] = distance;
}

function eachPair(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  size: number,
  visit: (i: number, j: number, squaredDistance: number) => void,
): void {
  for (let i = 0; i < a.length / size; i++) {
    for (let j = 0; j < b.length / size; j++) visit(i, j, squaredDistance(a, i, b, j, size));
  }
}

function squaredDistance(
  a: ArrayLike<number>,
  i: number,
  b: ArrayLike<number>,
  j: number,
  size: number,
): number {
  let sum = 0;
  for (let k = 0; k < size; k++) {
    const difference = (a[i * size + k] ?? 0) - (b[j * size + k] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

function shareOf(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
}
