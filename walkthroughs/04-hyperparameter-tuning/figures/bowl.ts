/** A loss of two weights, and ways down it: a bowl that is ten times as steep across as along. */
export type Point = readonly [number, number];

/** Curvature along w₁ and w₂. */
export const CURVATURE: Point = [1, 10];
/** Gradient descent on a bowl diverges above 2 / (largest curvature). */
export const HIGHEST_RATE = 2 / CURVATURE[1];
export const STEPS = 60;

export function lossAt([w1, w2]: Point): number {
  return (CURVATURE[0] * w1 ** 2 + CURVATURE[1] * w2 ** 2) / 2;
}

export function gradientAt([w1, w2]: Point): Point {
  return [CURVATURE[0] * w1, CURVATURE[1] * w2];
}

export interface Way {
  /** Where it is after each step; the start first. */
  points: Point[];
  losses: number[];
  /** The learning rate of each step. */
  rates: number[];
}

/** Plain gradient descent: w ← w − η ∇L(w). */
export function descend(start: Point, rate: number): Way {
  return descendLearning(start, rate, 0);
}

/**
 * Gradient descent that learns its rate: η ← η · exp(β · cos(gradient, gradient before)).
 * The multiplicative hypergradient of Baydin et al. 2018, with the gradients' directions only.
 */
export function descendLearning(start: Point, rate: number, hyperRate: number): Way {
  const way: Way = { points: [start], losses: [lossAt(start)], rates: [] };
  let [at, before, current] = [start, [0, 0] as Point, rate];
  for (let step = 0; step < STEPS; step++) {
    const gradient = gradientAt(at);
    current *= Math.exp(hyperRate * cosine(gradient, before));
    at = [at[0] - current * gradient[0], at[1] - current * gradient[1]];
    before = gradient;
    way.points.push(at);
    way.losses.push(lossAt(at));
    way.rates.push(current);
  }
  return way;
}

/** 1 where both point the same way, −1 where they point against each other, 0 where one is nothing. */
export function cosine(a: Point, b: Point): number {
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  return lengths === 0 ? 0 : (a[0] * b[0] + a[1] * b[1]) / lengths;
}
