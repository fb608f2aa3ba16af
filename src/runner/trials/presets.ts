import type { RunRequest } from '../../protocol/runner.ts';

/** Values of `tune` that were asked for from outside. */
export function presetsOf({ epochs, tune }: RunRequest): Readonly<Record<string, number>> {
  return { ...tune, ...(epochs === undefined ? {} : { epochs }) };
}
