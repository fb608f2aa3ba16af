/** Noisy measurements of a wave: the smallest task on which a model can fit too little, or too much. */
import { Random } from './random.ts';

export interface WaveOptions {
  /** How many points. */
  count: number;
  /** The same seed gives the same points. */
  seed: number;
  /** Standard deviation of what is added to each y; the wave itself goes from about −1 to 1. */
  noise: number;
}

export interface Wave {
  /** [count], ascending, in −1 to 1: one in each of `count` slices of equal width. */
  x: Float32Array;
  /** [count], y of the wave and normally distributed noise. */
  y: Float32Array;
}

/** The curve behind the points, without noise: one and a half swings that grow to the right. */
export function waveAt(x: number): number {
  return (0.8 + 0.3 * x) * Math.sin(1.5 * Math.PI * x + 0.4);
}

/**
 * Points along the wave. No slice of x goes without a point, so no model has to guess across a wide gap.
 * @throws RangeError when `noise` is negative or not finite
 */
export function wave({ count, seed, noise }: WaveOptions): Wave {
  if (!(noise >= 0 && Number.isFinite(noise))) {
    throw new RangeError(`noise is a standard deviation, 0 or more, and ${noise} is not.`);
  }
  const random = new Random(seed);
  const x = Float32Array.from({ length: count }, (_, i) => (2 * (i + random.next())) / count - 1);
  return { x, y: x.map((at) => waveAt(at) + noise * random.normal()) };
}
