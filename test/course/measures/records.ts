/** What a finished run recorded, looked up by name. Each of these throws where the run has no such thing. */
import type { RunRecord } from '../../../src/protocol/record.ts';
import type { FinishedRun } from './measure.ts';

type Sample = Extract<RunRecord, { name: string }>;
type SampleOf<T extends Sample['type']> = Extract<Sample, { type: T }>;

/** The newest sample of a kind and a name. */
export function lastOf<T extends Sample['type']>(
  { records }: FinishedRun,
  type: T,
  name: string,
): SampleOf<T> {
  const found = records.findLast(
    (record): record is SampleOf<T> =>
      record.type === type && 'name' in record && record.name === name,
  );
  if (!found) throw new Error(`The run shows no ${type} named “${name}”.`);
  return found;
}

/** Every value that was charted under a name, in order. */
export function valuesOf({ records }: FinishedRun, name: string): number[] {
  return records.flatMap((record) =>
    record.type === 'metrics' && name in record.values ? [Number(record.values[name])] : [],
  );
}

export function lastValueOf(run: FinishedRun, name: string): number {
  const last = valuesOf(run, name).at(-1);
  if (last === undefined) throw new Error(`The run charts no “${name}”.`);
  return last;
}

export function seedOf({ records }: FinishedRun): number {
  const start = records.find((record) => record.type === 'start');
  if (!start) throw new Error('The run has no start.');
  return start.seed;
}
