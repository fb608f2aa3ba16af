/**
 * Data whose noise can be told exactly: a mixture of round Gaussians of equal weight. Noisy, it is a mixture again,
 * so the best possible guess of the noise has a closed form, and no network has to be trained for it.
 */
import type { Random } from '../../../src/data/random.ts';
import type { Level } from './schedule.ts';

export type Point = readonly [x: number, y: number];

export interface Mixture {
  centres: readonly Point[];
  /** Standard deviation of each Gaussian, in x and in y. */
  deviation: number;
}

export interface Guess {
  /** ε̂: the mean of all noise that can have led here. */
  noise: Point;
  /** x̂₀: the mean of all data points that can have led here. */
  clean: Point;
}

/** Centres along two half circles, where the points of `moons` lie. */
export const MOONS: Mixture = { centres: [...moon(1), ...moon(-1)], deviation: 0.07 };

function moon(side: 1 | -1): Point[] {
  return Array.from({ length: 14 }, (_, i) => {
    const angle = (Math.PI * (i + 0.5)) / 14;
    return [(side * (Math.cos(angle) - 0.5)) / 1.5, (side * (Math.sin(angle) - 0.25)) / 1.5];
  });
}

/** Tweedie’s formula: with the score ∇ log p(x), ε̂ = −σ ∇ log p(x) and x̂₀ = (x − σ ε̂) / α. */
export function guess(mixture: Mixture, x: Point, level: Level): Guess {
  const { signal, noise } = level;
  const variance = (signal * mixture.deviation) ** 2 + noise ** 2;
  const [meanX, meanY] = expectedCentre(mixture.centres, x, signal, variance);
  const part = noise / variance;
  const epsilon: Point = [part * (x[0] - signal * meanX), part * (x[1] - signal * meanY)];
  return { noise: epsilon, clean: cleanOf(x, epsilon, level) };
}

/** Mean of the centres, each by the probability that it was the one. Plain loops: figures ask ten thousand times. */
function expectedCentre(
  centres: readonly Point[],
  [x, y]: Point,
  signal: number,
  variance: number,
): Point {
  const squared = ([u, v]: Point) => (x - signal * u) ** 2 + (y - signal * v) ** 2;
  let nearest = Number.POSITIVE_INFINITY;
  for (const centre of centres) nearest = Math.min(nearest, squared(centre));
  let [sum, sumX, sumY] = [0, 0, 0];
  for (const centre of centres) {
    // Less the nearest one’s: so not all weights round to 0.
    const weight = Math.exp((nearest - squared(centre)) / (2 * variance));
    sum += weight;
    sumX += weight * centre[0];
    sumY += weight * centre[1];
  }
  return [sumX / sum, sumY / sum];
}

/** x̂₀ = (x − σ ε̂) / α */
export function cleanOf(x: Point, epsilon: Point, { signal, noise }: Level): Point {
  return [(x[0] - noise * epsilon[0]) / signal, (x[1] - noise * epsilon[1]) / signal];
}

export function draw({ centres, deviation }: Mixture, random: Random): Point {
  const [x, y] = random.pick(centres);
  return [random.normal(x, deviation), random.normal(y, deviation)];
}

export function cloud(mixture: Mixture, count: number, random: Random): Point[] {
  return Array.from({ length: count }, () => draw(mixture, random));
}
