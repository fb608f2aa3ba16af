/** How much of the data is left, and how much noise is in, at a time between 0 (data) and 1 (noise). */
export type ScheduleName = 'cosine' | 'linear';

export interface Level {
  /** α: factor of the data. */
  signal: number;
  /** σ: factor of the noise; α² + σ² = 1. */
  noise: number;
}

/** A little less than π/2: a trace of the data is left, so that nothing is divided by 0. */
const LAST_ANGLE = 1.54;

export function levelAt(time: number, schedule: ScheduleName = 'cosine'): Level {
  return schedule === 'cosine' ? cosine(time) : linear(time);
}

/** A point that walks evenly along a quarter of a circle (after Nichol and Dhariwal 2021). */
function cosine(time: number): Level {
  const angle = LAST_ANGLE * time;
  return { signal: Math.cos(angle), noise: Math.sin(angle) };
}

/**
 * The β of Ho et al. 2020: from 0.0001 to 0.02 in 1,000 steps.
 * Many small steps: the product of all 1 − β is e to the minus their sum.
 */
function linear(time: number): Level {
  const kept = Math.exp(-(0.1 * time + 9.95 * time * time));
  return { signal: Math.sqrt(kept), noise: Math.sqrt(1 - kept) };
}

/** Signal-to-noise ratio, of variances. */
export function ratio({ signal, noise }: Level): number {
  return (signal / noise) ** 2;
}
