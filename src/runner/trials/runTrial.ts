import type { Evaluate } from '../../api/reporter.ts';
import * as tf from '../../engine/tf.ts';
import type { TrialTask } from '../../protocol/worker.ts';
import { forgetSeries } from '../chart/series.ts';
import { seedRandom } from '../seed.ts';

/** Far apart for each trial of each run: a seed of a run has 32 bits. */
export function trialSeed(seed: number, trial: number): number {
  return seed + trial * 2 ** 32;
}

/** Runs the objective on chance of its own; afterwards the process draws on as if nothing had been. */
export async function runTrial(objective: Evaluate, { seed, values }: TrialTask): Promise<number> {
  const random = Math.random;
  seedRandom(seed);
  forgetSeries();
  try {
    return await objective(values);
  } finally {
    Math.random = random;
  }
}

/** The same, and nothing that it made stays behind; for a process that does nothing else meanwhile. */
export async function runTidily(objective: Evaluate, task: TrialTask): Promise<number> {
  const engine = tf.engine();
  const before = new Set(Object.keys(engine.registeredVariables));
  engine.startScope('trial');
  try {
    return await runTrial(objective, task);
  } finally {
    engine.endScope();
    const variables = Object.entries(engine.registeredVariables);
    for (const [name, variable] of variables) if (!before.has(name)) variable.dispose();
  }
}
