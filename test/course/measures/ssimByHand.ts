/** Structural similarity (Wang et al. 2004) written out, one window after the other, in double precision. */

const SIDE = 11;
const weights = gaussian(1.5);

/** Mean over all windows of 11 × 11 pixels that lie wholly inside; pixels are 0 to 1. */
export function ssimByHand(a: ArrayLike<number>, b: ArrayLike<number>, width: number): number {
  const height = a.length / width;
  let [sum, count] = [0, 0];
  for (let top = 0; top + SIDE <= height; top++) {
    for (let left = 0; left + SIDE <= width; left++) {
      const places = weights.map(
        (_, i) => (top + Math.floor(i / SIDE)) * width + left + (i % SIDE),
      );
      sum += similarity(
        places.map((place) => a[place] ?? 0),
        places.map((place) => b[place] ?? 0),
      );
      count++;
    }
  }
  return sum / count;
}

function similarity(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [weighted(x), weighted(y)];
  const varianceX = weighted(x.map((value) => (value - meanX) ** 2));
  const varianceY = weighted(y.map((value) => (value - meanY) ** 2));
  const covariance = weighted(x.map((value, i) => (value - meanX) * ((y[i] ?? 0) - meanY)));
  const [c1, c2] = [0.01 ** 2, 0.03 ** 2];
  return (
    ((2 * meanX * meanY + c1) * (2 * covariance + c2)) /
    ((meanX ** 2 + meanY ** 2 + c1) * (varianceX + varianceY + c2))
  );
}

function weighted(values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}

function gaussian(sigma: number): number[] {
  const heights = Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [(i % SIDE) - 5, Math.floor(i / SIDE) - 5];
    return Math.exp(-(x ** 2 + y ** 2) / (2 * sigma ** 2));
  });
  const all = heights.reduce((sum, height) => sum + height, 0);
  return heights.map((height) => height / all);
}
