/** Guided sampling on three overlapping classes whose noise is known exactly. */
import { guess, type Mixture, type Point } from './mixture.ts';
import { walk } from './sampler.ts';
import type { Level } from './schedule.ts';

/** Each class is a bent streak; they touch in the middle, where a point could be of any of them. */
export const CLASSES: readonly Mixture[] = [0, 1, 2].map((k) => ({
  centres: Array.from({ length: 7 }, (_, i) => {
    const angle = (2 * Math.PI * k) / 3 + Math.PI / 2 + 0.1 * (i - 3);
    const radius = 0.2 + 0.2 * i;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  }),
  deviation: 0.16,
}));

/** All classes together, as often as each other: what is known without a label. */
export const ALL: Mixture = {
  centres: CLASSES.flatMap(({ centres }) => centres),
  deviation: 0.16,
};

export interface Guesses {
  free: Point;
  asked: Point;
  guided: Point;
}

/** Ho and Salimans 2022, written with w = 1 for the label as it is: ε∅ + w (ε_c − ε∅). */
export function guesses(asked: Mixture, weight: number, x: Point, level: Level): Guesses {
  const free = guess(ALL, x, level).noise;
  const labelled = guess(asked, x, level).noise;
  const at = (i: 0 | 1) => free[i] + weight * (labelled[i] - free[i]);
  return { free, asked: labelled, guided: [at(0), at(1)] };
}

export function guidedWays(
  asked: Mixture,
  weight: number,
  { count, steps, seed }: { count: number; steps: number; seed: number },
): Point[][] {
  return Array.from({ length: count }, (_, i) =>
    walk((x, level) => guesses(asked, weight, x, level).guided, {
      steps,
      eta: 0,
      seed: 1000 * seed + i,
    }),
  );
}

/** How probable it is that a data point here is of the class asked for (Bayes). */
export function certainty(asked: Mixture, x: Point): number {
  return density(asked, x) / CLASSES.reduce((sum, each) => sum + density(each, x), 0);
}

/** Up to a factor that all classes share. */
function density({ centres, deviation }: Mixture, [x, y]: Point): number {
  return centres.reduce(
    (sum, [u, v]) => sum + Math.exp(-((x - u) ** 2 + (y - v) ** 2) / (2 * deviation ** 2)),
    0,
  );
}

/** Share of points that are more likely of the class asked for than not. */
export function shareNamed(asked: Mixture, points: readonly Point[]): number {
  return points.filter((point) => certainty(asked, point) > 0.5).length / points.length;
}

/** Root mean squared distance from the middle of the points. */
export function spread(points: readonly Point[]): number {
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const squares = points.reduce((sum, [u, v]) => sum + (u - x) ** 2 + (v - y) ** 2, 0);
  return Math.sqrt(squares / points.length);
}
