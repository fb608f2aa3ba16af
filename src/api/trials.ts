import type * as tf from '../engine/tf.ts';
import type { TrialValues } from '../protocol/record.ts';
import { describe, GenAI101Error } from './error.ts';
import { readNumber } from './log.ts';
import { reporter } from './reporter.ts';
import { checkName } from './steps.ts';

/** Builds and trains with these values, and returns the number that says how good they are. */
export type Objective<Values extends TrialValues> = (
  values: Values,
) => number | tf.Tensor | Promise<number | tf.Tensor>;

export interface TrialsOptions {
  /** Most trials at a time; as many as the computer has cores where it is left out. */
  workers?: number;
  /** What the objective returns, for example `'validation loss'`. */
  measure?: string;
  /** Whether low (where it is left out) or high values of the measure are good. */
  best?: 'lowest' | 'highest';
}

/**
 * Runs an objective with many values of its hyperparameters, several trials at a time: each in a process of its own
 * that starts this script once more, up to this very call. So what the objective uses stands above it. The Training
 * view shows all trials side by side, each with the curves that it logged.
 *
 * ```ts
 * const evaluate = trials(async ({ learningRate }) => {
 *   const model = buildModel(); // a new one for each trial
 *   const { history } = await model.fit(…);
 *   return history.val_loss.at(-1);
 * }, { measure: 'validation loss' });
 * const losses = await Promise.all([0.001, 0.01, 0.1].map((learningRate) => evaluate({ learningRate })));
 * ```
 *
 * Chance is seeded by the number of the trial, counted in the order of the calls, so the number of processes changes nothing.
 *
 * @param objective gets the values, builds, trains, and returns the measure. Its tensors are tidied up.
 * @returns a function that runs one trial and resolves to its measure; to NaN where the trial failed: the row in the
 *   Training view says why, and the sweep goes on
 * @throws GenAI101Error at a second call in one script
 */
export function trials<Values extends TrialValues = Record<string, number>>(
  objective: Objective<Values>,
  options: TrialsOptions = {},
): (values: Values) => Promise<number> {
  if (typeof objective !== 'function') {
    throw new GenAI101Error(`trials: expected a function, got ${describe(objective)}.`);
  }
  const evaluate = reporter().trials(
    async (values) => toMeasure(await objective(values as Values)),
    readOptions(options),
  );
  return async (values) => evaluate(checkValues(values));
}

function readOptions({ workers, measure = 'measure', best = 'lowest' }: TrialsOptions) {
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0)) {
    throw new GenAI101Error(
      `trials: expected workers to be a whole number above 0, got ${describe(workers)}.`,
    );
  }
  if (best !== 'lowest' && best !== 'highest') {
    throw new GenAI101Error(
      `trials: expected best to be 'lowest' or 'highest', got ${describe(best)}.`,
    );
  }
  return { workers, best, measure: checkName('trials', measure) };
}

function toMeasure(value: unknown): number {
  if (value === undefined) {
    throw new GenAI101Error('trials: the objective returned nothing. Is a `return` missing?');
  }
  return readNumber('trials', 'the measure', value);
}

function checkValues(values: unknown): TrialValues {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new GenAI101Error(
      `trials: expected values such as { learningRate: 0.01 }, got ${describe(values)}.`,
    );
  }
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' || Number.isFinite(value)) continue;
    throw new GenAI101Error(
      `trials: expected a number or a text for “${name}”, got ${describe(value)}.`,
    );
  }
  return { ...values } as TrialValues;
}
