/** Chapter 01, from what its runs show: tables, points, pictures. */
import { customers } from '../../../src/data/customers.ts';
import { digits } from '../../../src/data/digits.ts';
import type { RunRecord } from '../../../src/protocol/record.ts';
import { lastTiles } from '../pictures.ts';
import { adjustedRandIndex } from '../randIndex.ts';
import type { Measures } from './measure.ts';

export const typesOfLearning: Measures = {
  /** The rows must be those of the test digits, and as many pictures as mistakes are shown. */
  'image-classification'(run) {
    const { values } = lastOf(run.records, 'matrix', 'confusion: label by guess');
    const rows = values.map((row) => row.map(Number));
    const { labels } = digits({ count: 1000, seed: 1000 });
    const honest = rows.every(
      (row, digit) => sum(row) === labels.filter((label) => label === digit).length,
    );
    const right = sum(rows.map((row, digit) => row[digit] ?? 0));
    const wrong = lastTiles(run.folder, run.records, 'wrong guesses').count;
    const accuracy = right / labels.length;
    return {
      measure: `test accuracy ${accuracy.toFixed(3)}, ${wrong} wrong guesses shown`,
      reached: honest && wrong === Math.min(40, labels.length - right) && accuracy >= 0.97,
    };
  },

  'customer-segmentation'(run) {
    const { classes } = lastOf(run.records, 'points', 'clusters: amount, hour');
    const { segments } = customers({ count: 500, seed: seedOf(run.records) });
    const index = adjustedRandIndex(classes ?? [], segments);
    return { measure: `adjusted Rand index ${index.toFixed(3)}`, reached: index >= 0.85 };
  },
};

type Named = Extract<RunRecord, { name: string }>;

function lastOf<T extends Named['type']>(records: RunRecord[], type: T, name: string) {
  const isIt = (record: RunRecord): record is Extract<Named, { type: T }> =>
    record.type === type && 'name' in record && record.name === name;
  const record = records.findLast(isIt);
  if (!record) throw new Error(`The run shows no ${type} named “${name}”.`);
  return record;
}

function seedOf(records: RunRecord[]): number {
  const start = records.find((record) => record.type === 'start');
  if (start?.type !== 'start') throw new Error('The run has no start.');
  return start.seed;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
