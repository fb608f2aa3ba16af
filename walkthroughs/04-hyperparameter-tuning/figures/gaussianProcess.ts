/** What a Gaussian process in one dimension guesses of the loss, and what it expects of the next trial. */
import {
  cholesky,
  dot,
  forward,
  gram,
  kernels,
  type Observation,
} from '../../../src/webview/kit/maths/gaussianProcess.ts';

export interface Guess {
  mean: number;
  /** Standard deviation. */
  deviation: number;
  /** Expected improvement over the lowest loss seen. */
  improvement: number;
}

/** What the process believes before it has seen anything. */
const PRIOR = { mean: 0.6, deviation: 0.25 };
const NOISE = 1e-4;

/** A function that guesses the loss at any place, given the trials so far. @param seen y is the loss */
export function posterior(seen: readonly Observation[], lengthScale: number): (x: number) => Guess {
  const kernel = kernels.smooth(lengthScale);
  const L = cholesky(gram(kernel, seen, NOISE));
  const solved = forward(
    L,
    seen.map(({ y }) => (y - PRIOR.mean) / PRIOR.deviation),
  );
  const lowest = Math.min(...seen.map(({ y }) => y));
  return (x) => {
    const near = forward(
      L,
      seen.map((each) => kernel(each.x, x)),
    );
    const mean = PRIOR.mean + PRIOR.deviation * dot(near, solved);
    const deviation = PRIOR.deviation * Math.sqrt(Math.max(1e-12, 1 - dot(near, near)));
    return { mean, deviation, improvement: expectedImprovement(mean, deviation, lowest) };
  };
}

/** Mean of what is gained where the loss comes out below the lowest (Jones et al. 1998, equation 15). */
export function expectedImprovement(mean: number, deviation: number, lowest: number): number {
  if (!Number.isFinite(lowest)) return deviation; // nothing seen: look anywhere
  const z = (lowest - mean) / deviation;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, deviation * (z * normalBelow(z) + density));
}

/** Distribution function of the standard normal, to 7.5e-8 (Abramowitz and Stegun 26.2.17). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - above : above;
}
