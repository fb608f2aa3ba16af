/** Chapter 10. */
import { letters } from '../../../src/data/letters.ts';
import { frechetDistance, normalOf } from '../../../src/metrics/frechet.ts';
import { FEATURES } from '../judge.ts';
import { tilesOf } from '../pictures.ts';
import { type FinishedRun, type Measures, percent } from './measure.ts';
import { lastOf } from './records.ts';

export const transferLearning: Measures = {
  'transfer-learning'(run) {
    const [scratch, transferred] = ['from scratch', 'transferred'].map((name) =>
      accuracy(run, name),
    ) as [number, number];
    const [long, short] = [secondsOf(run, 'from scratch'), secondsOf(run, 'transferred')];
    return {
      measure: `${percent(transferred)} in ${short.toFixed(1)} s, from scratch ${percent(scratch)} in ${long.toFixed(1)} s`,
      reached: transferred - scratch >= 0.15 && short < long,
    };
  },

  'fine-tuning'(run) {
    const [frozen, low, high] = ['frozen', 'low rate', 'high rate'].map((name) =>
      accuracy(run, name),
    ) as [number, number, number];
    return {
      measure: `frozen ${percent(frozen)}, fine-tuned ${percent(low)}, at too high a rate ${percent(high)}`,
      reached: low >= frozen && high < low,
    };
  },

  'learning-curve'(run) {
    const { x, lines } = lastOf(run, 'curve', 'new letters read right');
    const gaps = lastOf(run, 'curve', 'overfitting').lines;
    const of = (way: string, at: number) => Number(lines[way]?.at(at));
    const lead = (at: number) => of('frozen', at) - of('from scratch', at);
    const narrower = x.filter(
      (_, i) => Number(gaps.frozen?.[i]) < Number(gaps['from scratch']?.[i]),
    );
    const few = x.indexOf(10);
    return {
      measure: `frozen leads by ${points(lead(few))} points at 10 images a class, by ${points(lead(-1))} at ${x.at(-1)}; ${narrower.length} of ${x.length} gaps narrower`,
      reached: lead(few) >= 0.1 && lead(-1) < lead(few) && narrower.length === x.length,
    };
  },

  'transfer-generator'(run, { digits }) {
    const real = normalOf(
      digits.features(letters({ count: 1000, seed: 771_010, variety: 0.6 }).images),
      FEATURES,
    );
    const scores = (name: string) =>
      tilesOf(run.folder, run.records, name).map(({ step, pixels }) => ({
        step,
        fid: frechetDistance(real, normalOf(digits.features(pixels), FEATURES)),
      }));
    const [scratch, transferred] = [scores('from scratch'), scores('from digits')];
    const end = scratch.at(-1) ?? { step: Number.NaN, fid: Number.NaN };
    const asGood = transferred.find(({ fid }) => fid <= end.fid);
    return {
      measure: `FID ${end.fid.toFixed(1)} after ${end.step} steps from scratch, ${asGood ? `after ${asGood.step}` : 'never'} from digits`,
      reached: asGood !== undefined && 3 * asGood.step <= end.step,
    };
  },
};

/** Share of the main diagonal of a confusion matrix. */
function accuracy(run: FinishedRun, name: string): number {
  const { values } = lastOf(run, 'matrix', `letter (row) and answer (column), ${name}`);
  const counts = values.map((row) => row.map(Number));
  const right = counts.reduce((sum, row, letter) => sum + (row[letter] ?? 0), 0);
  return right / counts.flat().reduce((sum, count) => sum + count, 0);
}

/** From the first to the last time that a value was logged. */
function secondsOf({ records }: FinishedRun, name: string): number {
  const times = records.flatMap((record) =>
    record.type === 'metrics' && name in record.values ? (record.time ?? []) : [],
  );
  return (times.at(-1) ?? Number.NaN) - (times[0] ?? Number.NaN);
}

function points(share: number): string {
  return (100 * share).toFixed(0);
}
