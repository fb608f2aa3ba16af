import type { Contender } from './contender.ts';
import type { Slice } from './protocol.ts';

/** What a contender did at one workload: a slice a round, or why it cannot. */
export type Result = Slice[] | string;

export interface Pace {
  rounds: number;
  /** Of one slice. */
  seconds: number;
  /** Before the first. */
  warmUp: number;
}

/**
 * Measures a workload in rounds, in each of which every contender has a short turn, so that a machine that is busy for
 * a while slows all of them. Who starts changes from round to round.
 */
export async function measureWorkload(
  workload: string,
  contenders: readonly Contender[],
  { rounds, seconds, warmUp }: Pace,
): Promise<Map<Contender, Result>> {
  const results = new Map<Contender, Result>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of rotate(contenders, round)) {
      const slices = results.get(contender);
      if (!Array.isArray(slices) || (contender.slow && round > 0)) continue;
      const reply = await contender.measure(
        contender.slow
          ? { workload, warmUp: 0, seconds: 0, leastSteps: 1 }
          : { workload, warmUp, seconds, leastSteps: 3 },
      );
      if ('error' in reply) results.set(contender, reply.error);
      else slices.push(reply);
    }
  }
  return results;
}

function rotate<T>(list: readonly T[], by: number): T[] {
  const start = by % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}
