/** A genetic search on a made-up loss: every generation follows from the seed and what the learner set. */
import { Random } from '../../../src/data/random.ts';
import { lossAt, type Place, type Valley } from './searchLab.ts';

export const POPULATION = 24;

export interface Settings {
  valley: Valley;
  parents: number;
  /** Standard deviation of a mutation, in shares of an axis. */
  mutation: number;
  seed: number;
}

/** The places of one generation, the best first. */
export function generation(settings: Settings, number: number): Place[] {
  const random = new Random(settings.seed);
  let swarm = Array.from({ length: POPULATION }, (): Place => [random.next(), random.next()]);
  for (let i = 0; i < number; i++) swarm = next(ranked(swarm, settings.valley), settings, random);
  return ranked(swarm, settings.valley);
}

function ranked(swarm: readonly Place[], valley: Valley): Place[] {
  return [...swarm].sort((a, b) => lossAt(valley, a) - lossAt(valley, b));
}

/** The best lives on; all others are children of the chosen parents. */
function next(swarm: readonly Place[], { parents, mutation }: Settings, random: Random): Place[] {
  const chosen = swarm.slice(0, parents);
  const pick = () => chosen[random.below(chosen.length)] ?? [0, 0];
  const children = Array.from({ length: POPULATION - 1 }, (): Place => {
    const [mother, father] = [pick(), pick()];
    const gene = (axis: 0 | 1) => {
      const inherited = (random.next() < 0.5 ? mother : father)[axis];
      return Math.min(1, Math.max(0, inherited + mutation * random.normal()));
    };
    return [gene(0), gene(1)];
  });
  return [...chosen.slice(0, 1), ...children];
}

/** Mean distance from the middle of the swarm: 0 where all are alike. */
export function diversity(swarm: readonly Place[]): number {
  const middle = [0, 1].map(
    (axis) => swarm.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / swarm.length,
  );
  const [x = 0, y = 0] = middle;
  return swarm.reduce((sum, [px, py]) => sum + Math.hypot(px - x, py - y), 0) / swarm.length;
}
