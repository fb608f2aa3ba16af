/** Two normal distributions in a plane, and the classes of what a generator makes. */
import { Random } from '../../../src/data/random.ts';
import { frechetDistance, type Normal } from '../../../src/metrics/frechet.ts';
import { inceptionScore } from '../../../src/metrics/inceptionScore.ts';
import { kid } from '../../../src/metrics/kid.ts';

export interface Spread {
  /** Standard deviations along the axes. */
  x: number;
  y: number;
  /** −1 to 1. */
  correlation: number;
}

type Point = readonly [x: number, y: number];

export const CLASSES = 10;
export const realSpread: Spread = { x: 1, y: 0.6, correlation: 0.5 };
const POINTS = 200;
const SUBSETS = 10;

/** Standard normal points, of the real and of the generated cloud: moving a cloud moves its own points. */
const [realDraws, generatedDraws] = [drawn(1), drawn(2)];

export function normal(mean: Point, { x, y, correlation }: Spread): Normal {
  const between = correlation * x * y;
  return {
    mean: Float64Array.from(mean),
    covariance: Float64Array.from([x * x, between, between, y * y]),
  };
}

/** The Fréchet distance and the two terms that it is the sum of. */
export function frechetTerms(a: Normal, b: Normal) {
  const distance = frechetDistance(a, b);
  const means = a.mean.reduce((sum, value, i) => sum + (value - (b.mean[i] ?? 0)) ** 2, 0);
  return { distance, means, spreads: Math.max(0, distance - means) };
}

/** [POINTS, 2] */
export function cloud(which: 'real' | 'generated', mean: Point, spread: Spread): Float64Array {
  const draws = which === 'real' ? realDraws : generatedDraws;
  const rest = Math.sqrt(1 - spread.correlation ** 2);
  return draws.map((value, i) => {
    if (i % 2 === 0) return mean[0] + spread.x * value;
    return mean[1] + spread.y * (spread.correlation * (draws[i - 1] ?? 0) + rest * value);
  });
}

/** KID of subsets of the clouds: its mean, and how much one subset's differs from another's. */
export function kidOf(real: Float64Array, generated: Float64Array) {
  const size = real.length / SUBSETS;
  const values = Array.from({ length: SUBSETS }, (_, i) => {
    const [from, to] = [i * size, (i + 1) * size];
    return kid(real.subarray(from, to), generated.subarray(from, to), 2);
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / SUBSETS;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (SUBSETS - 1);
  return { mean, deviation: Math.sqrt(variance) };
}

/**
 * Inception Score of a generator that makes the classes in `kept` equally often.
 * @param sureness probability that the classifier gives the class; the others share the rest
 */
export function scoreOfClasses(kept: readonly number[], sureness: number): number {
  const rest = (1 - sureness) / (CLASSES - 1);
  const rows = kept.flatMap((made) =>
    Array.from({ length: CLASSES }, (_, i) => (i === made ? sureness : rest)),
  );
  return inceptionScore(rows, CLASSES).mean;
}

function drawn(seed: number): Float64Array {
  const random = new Random(seed);
  return Float64Array.from({ length: 2 * POINTS }, () => random.normal());
}
