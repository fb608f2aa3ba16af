/** A mixture of Gaussians in the plane, and the two half steps that fit it to points (Dempster, Laird and Rubin 1977). */
import { moons } from '../../../src/data/points.ts';
import { Random } from '../../../src/data/random.ts';

export type Point = readonly [x: number, y: number];

export interface Gaussian {
  /** Share of all points; the weights of a mixture add up to 1. */
  weight: number;
  mean: Point;
  /** [xx, xy, yy]; symmetric. */
  covariance: readonly [number, number, number];
}

export type Mixture = readonly Gaussian[];

/** Added to each variance: a Gaussian that shrinks onto a single point would have a density without bound. */
const RIDGE = 1e-6;

export function somePoints(count: number, seed: number): Point[] {
  const { points } = moons({ count, seed });
  return Array.from({ length: count }, (_, i) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0]);
}

/** Round Gaussians of equal weight on points picked by chance. */
export function startMixture(points: readonly Point[], components: number, seed: number): Mixture {
  const order = new Random(seed).order(points.length);
  return Array.from({ length: components }, (_, k) => ({
    weight: 1 / components,
    mean: points[order[k] ?? 0] ?? [0, 0],
    covariance: [0.06, 0, 0.06],
  }));
}

/** N(point; mean, covariance), a density: it may exceed 1. */
export function density(point: Point, { mean, covariance }: Gaussian): number {
  // By index: a map of the plane asks ten thousand times a frame.
  const xx = covariance[0];
  const xy = covariance[1];
  const yy = covariance[2];
  const determinant = xx * yy - xy * xy;
  const dx = point[0] - mean[0];
  const dy = point[1] - mean[1];
  const distance = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
  return Math.exp(-distance / 2) / (2 * Math.PI * Math.sqrt(determinant));
}

/** p(point): the densities of the components, each by its weight. */
export function likelihood(point: Point, mixture: Mixture): number {
  let sum = 0;
  for (const each of mixture) sum += each.weight * density(point, each);
  return sum;
}

/** Mean of ln p over the points, in nats. */
export function logLikelihood(points: readonly Point[], mixture: Mixture): number {
  const sum = points.reduce(
    (all, point) => all + Math.log(Math.max(1e-300, likelihood(point, mixture))),
    0,
  );
  return sum / points.length;
}

/** E step: the share of each component in each point, [points][components]; each row adds up to 1. */
export function expectation(points: readonly Point[], mixture: Mixture): number[][] {
  return points.map((point) => {
    const parts = mixture.map((each) => each.weight * density(point, each));
    const total = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => (total > 0 ? part / total : 1 / mixture.length));
  });
}

/** M step: weight, mean and covariance of the points, each counted by its share. */
export function maximization(points: readonly Point[], shares: readonly number[][]): Mixture {
  const components = shares[0]?.length ?? 0;
  return Array.from({ length: components }, (_, k) => {
    const share = shares.map((row) => row[k] ?? 0);
    const total = Math.max(
      1e-9,
      share.reduce((sum, each) => sum + each, 0),
    );
    const weighted = (value: (point: Point) => number) =>
      points.reduce((sum, point, i) => sum + (share[i] ?? 0) * value(point), 0) / total;
    const mean: Point = [weighted(([x]) => x), weighted(([, y]) => y)];
    return {
      weight: total / points.length,
      mean,
      covariance: [
        RIDGE + weighted(([x]) => (x - mean[0]) ** 2),
        weighted(([x, y]) => (x - mean[0]) * (y - mean[1])),
        RIDGE + weighted(([, y]) => (y - mean[1]) ** 2),
      ],
    };
  });
}

/** First a component by its weight, then a point of it: mean + L·(a, b), where L·Lᵀ is its covariance. */
export function samplePoints(mixture: Mixture, count: number, seed: number): Point[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const { mean, covariance } = pick(mixture, random.next());
    const stretch = Math.sqrt(covariance[0]);
    const shear = covariance[1] / stretch;
    const rest = Math.sqrt(Math.max(0, covariance[2] - shear * shear));
    const [a, b] = [random.normal(), random.normal()];
    return [mean[0] + stretch * a, mean[1] + shear * a + rest * b];
  });
}

/** Standard deviation of a round Gaussian that covers as much room. */
export function width({ covariance: [xx, xy, yy] }: Gaussian): number {
  return Math.max(1e-6, xx * yy - xy * xy) ** 0.25;
}

export function widened(gaussian: Gaussian, to: number): Gaussian {
  const factor = (to / width(gaussian)) ** 2;
  const [xx, xy, yy] = gaussian.covariance;
  return { ...gaussian, covariance: [factor * xx, factor * xy, factor * yy] };
}

function pick(mixture: Mixture, chance: number): Gaussian {
  let left = chance;
  const found = mixture.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return found ?? mixture.at(-1) ?? { weight: 1, mean: [0, 0], covariance: [1, 0, 1] };
}
