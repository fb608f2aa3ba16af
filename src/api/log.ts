import * as tf from '../engine/tf.ts';
import { describe, GenAI101Error } from './error.ts';
import { reporter } from './reporter.ts';
import { checkStep, nextLogStep, noteStep } from './steps.ts';
import { turnWhenDue } from './turn.ts';

/** A number, or a tensor that holds just one; the tensor is read and left alone. */
export type Loggable = number | tf.Tensor;

/**
 * Charts numbers over steps in the Training view.
 *
 * ```ts
 * await log({ loss, accuracy }, step, steps);
 * ```
 *
 * @param values one number (or tensor of one number) a name. NaN and infinities are kept: they show divergence.
 * @param step when; one more than the last one where it is left out
 * @param steps how many steps are planned, for progress and time left
 * @returns a promise. Await it in a long loop: it hands over to the editor when a turn is due (every 20 ms),
 *   so that Stop and sliders answer at once. It costs nothing otherwise.
 * @throws GenAI101Error when a value is not one number
 */
export function log(
  values: Record<string, Loggable>,
  step: number = nextLogStep(),
  steps?: number,
): Promise<void> {
  checkStep('log', step);
  if (steps !== undefined) checkStep('log', steps);
  reporter().metrics(readNumbers(values), step, steps);
  noteStep(step);
  return turnWhenDue();
}

function readNumbers(values: Record<string, Loggable>): Record<string, number> {
  if (typeof values !== 'object' || values === null || values instanceof tf.Tensor) {
    throw new GenAI101Error(
      `log: expected an object of numbers such as { loss }, got ${describe(values)}.`,
    );
  }
  const numbers: Record<string, number> = {};
  for (const name in values) numbers[name] = readNumber('log', `“${name}”`, values[name]);
  return numbers;
}

/** @param what is read, for the error */
export function readNumber(call: string, what: string, value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof tf.Tensor && value.size === 1 && value.dtype !== 'string') {
    return value.dataSync()[0] ?? Number.NaN;
  }
  throw new GenAI101Error(
    `${call}: expected a number or a tensor of one number for ${what}, got ${describe(value)}.`,
  );
}
