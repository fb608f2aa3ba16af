import { describe, GenAI101Error } from './error.ts';

/** @throws GenAI101Error when `value` is no whole number above 0 */
export function checkWhole(call: string, what: string, value: unknown): void {
  if (Number.isInteger(value) && Number(value) > 0) return;
  throw new GenAI101Error(
    `${call}: expected ${what} to be a whole number above 0, got ${describe(value)}.`,
  );
}
