/** What the generator of the plane has to imitate. */
import { moons, ring } from '../../../src/data/points.ts';
import { Random } from '../../../src/data/random.ts';

export const targetNames = ['ring', 'moons', 'pair', 'own'] as const;
export type TargetName = (typeof targetNames)[number];

export const HEAPS = 8;
const COUNT = 400;

/** [n, 2], about −1 to 1. */
export function targetPoints(name: TargetName, own: readonly number[]): Float32Array {
  if (name === 'ring') return ring({ count: COUNT, seed: 1, modes: HEAPS }).points;
  if (name === 'moons') return moons({ count: COUNT, seed: 1, noise: 0.05 }).points;
  return name === 'own' ? Float32Array.from(own) : pair();
}

/** Two heaps, far apart. */
function pair(): Float32Array {
  const random = new Random(1);
  const points = new Float32Array(2 * COUNT);
  for (let i = 0; i < COUNT; i++) {
    const side = random.chance(0.5) ? 0.6 : -0.6;
    points[2 * i] = random.normal(side, 0.08);
    points[2 * i + 1] = random.normal(side / 2, 0.08);
  }
  return points;
}

/** A drop of the brush: three points around a place. */
export function drop([x, y]: readonly [number, number], random: Random): number[] {
  return Array.from({ length: 6 }, (_, i) => random.normal(i % 2 === 0 ? x : y, 0.025));
}
