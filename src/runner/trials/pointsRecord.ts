import { toWord } from '../../protocol/numberWord.ts';
import type { NumberWord, TrialPointsRecord } from '../../protocol/record.ts';
import type { Points } from './trialReporter.ts';

/** Rows of numbers as a record has them: column by column, with words for what JSON lacks. */
export function pointsRecord(
  trial: number,
  { names, steps, values, present }: Points,
): TrialPointsRecord {
  const column = (j: number): (NumberWord | null)[] =>
    Array.from(steps, (_, i) => {
      const cell = i * names.length + j;
      return present[cell] ? toWord(values[cell] ?? Number.NaN) : null;
    });
  const columns = Object.fromEntries(names.map((name, j) => [name, column(j)]));
  return { type: 'trialPoints', trial, steps: [...steps], values: columns };
}
