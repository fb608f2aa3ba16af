/** How good samplers are at which number of steps, on data whose noise is known exactly. */
import { Random } from '../../../src/data/random.ts';
import { energyDistance } from '../../../src/webview/kit/maths/energyDistance.ts';
import { cloud, guess, MOONS, type Point } from './mixture.ts';
import { walk } from './sampler.ts';

/** How much of the noise put in again is new. */
export const ETA = { ddim: 0, ddpm: 1 } as const;
export type SamplerName = keyof typeof ETA;

export const MOST_STEPS = 40;
/** Numbers of steps behind the curve. */
export const COUNTS = [1, 2, 3, 4, 6, 8, 12, 16, 24, MOST_STEPS];
/** Points behind a place of the curve. */
const MEASURED = 240;

export function ways(sampler: SamplerName, steps: number, count: number, seed: number): Point[][] {
  return Array.from({ length: count }, (_, i) =>
    walk((x, level) => guess(MOONS, x, level).noise, {
      steps,
      eta: ETA[sampler],
      seed: 1000 * seed + i,
    }),
  );
}

/** Energy distance of samples to data, at each of COUNTS. */
export function quality(sampler: SamplerName): number[] {
  const data = cloud(MOONS, 400, new Random(99));
  return COUNTS.map((steps) => {
    const samples = ways(sampler, steps, MEASURED, 7).map((way): Point => way.at(-1) ?? [0, 0]);
    return energyDistance(samples, data);
  });
}
