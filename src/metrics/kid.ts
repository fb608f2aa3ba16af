/** The Kernel Inception Distance (Bińkowski, Sutherland, Arbel and Gretton 2018). */

/**
 * Squared maximum mean discrepancy with the kernel (x·y / size + 1)³, by its unbiased estimate: for two sets of one
 * distribution its mean is 0, whatever their sizes, so that single values lie below 0 about as often as above.
 * @param a [count, size], row by row
 * @param b [another count, size]
 * @throws RangeError when either has fewer than two points
 */
export function kid(a: ArrayLike<number>, b: ArrayLike<number>, size: number): number {
  const [countA, countB] = [a.length / size, b.length / size];
  if (countA < 2 || countB < 2) throw new RangeError('each set needs at least two points.');
  return within(a, size) + within(b, size) - 2 * between(a, b, size);
}

/** Mean kernel of all pairs of different points. What a point shares with itself would be the bias. */
function within(points: ArrayLike<number>, size: number): number {
  const count = points.length / size;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) sum += kernel(points, i, points, j, size);
  }
  return (2 * sum) / (count * (count - 1));
}

function between(a: ArrayLike<number>, b: ArrayLike<number>, size: number): number {
  const [countA, countB] = [a.length / size, b.length / size];
  let sum = 0;
  for (let i = 0; i < countA; i++) {
    for (let j = 0; j < countB; j++) sum += kernel(a, i, b, j, size);
  }
  return sum / (countA * countB);
}

function kernel(a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number, size: number) {
  let dot = 0;
  for (let k = 0; k < size; k++) dot += (a[i * size + k] ?? 0) * (b[j * size + k] ?? 0);
  return (dot / size + 1) ** 3;
}
