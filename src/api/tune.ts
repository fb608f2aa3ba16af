import type { Tunable } from '../protocol/runner.ts';
import { describe, GenAI101Error } from './error.ts';
import { makeTunable } from './range.ts';
import { reporter } from './reporter.ts';

/** Lowest and highest value, or these with how to move between them. */
export type TuneRange =
  | readonly [min: number, max: number]
  | { min: number; max: number; log?: boolean; integer?: boolean };

/**
 * Gives hyperparameters live sliders in the Training view. Read them from the object at each step:
 * what the slider says by then is what they are.
 *
 * ```ts
 * const hyper = tune({ learningRate: 0.001, beta: 1 }, { beta: [0, 4] });
 * // …in the loop:
 * optimizer.learningRate = hyper.learningRate;
 * ```
 *
 * @param values names and first values. A value asked for from outside (`--epochs`) wins.
 * @param ranges how far the sliders go; inferred from the value where it is left out: whole numbers stay whole,
 *   small ones such as a learning rate slide over orders of magnitude.
 * @returns the live values
 * @throws GenAI101Error when a value is not a finite number, or lies outside of its range
 */
export function tune<T extends Record<string, number>>(
  values: T,
  ranges: { readonly [K in keyof T]?: TuneRange } = {},
): { [K in keyof T]: number } {
  if (typeof values !== 'object' || values === null) {
    throw new GenAI101Error(
      `tune: expected an object of numbers such as { learningRate: 0.001 }, got ${describe(values)}.`,
    );
  }
  const presets = reporter().presets();
  const tunables = Object.entries(values).map(([name, value]) =>
    preset(makeTunable(name, value, ranges[name]), presets[name]),
  );
  const live: Record<string, number> = {};
  for (const { name, value } of tunables) live[name] = value;
  reporter().tunables(tunables, (name, value) => {
    const tunable = tunables.find((candidate) => candidate.name === name);
    if (tunable) live[name] = within(tunable, value);
  });
  return live as { [K in keyof T]: number };
}

/** Starts with the value asked for from outside; the slider reaches that far then. */
function preset(tunable: Tunable, value: number | undefined): Tunable {
  if (value === undefined || !Number.isFinite(value)) return tunable;
  const wanted = tunable.integer ? Math.round(value) : value;
  const { min, max, log } = tunable;
  return {
    ...tunable,
    value: wanted,
    min: Math.min(min, wanted),
    max: Math.max(max, wanted),
    log: log && wanted > 0,
  };
}

function within({ min, max, integer }: Tunable, value: number): number {
  const clipped = Math.min(max, Math.max(min, value));
  return integer ? Math.round(clipped) : clipped;
}
