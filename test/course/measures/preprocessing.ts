/** Chapter 05. */

import { digits } from '../../../src/data/digits.ts';
import { dirtyHouses } from '../../../src/data/dirtyHouses.ts';
import { explainedVariance } from '../explainedVariance.ts';
import { lastTiles } from '../pictures.ts';
import { type Measures, percent } from './measure.ts';
import { lastOf, seedOf } from './records.ts';

/** The loss of standardized prices at which 95 % of their variance is explained. */
const EXPLAINED = 0.05;

export const preprocessing: Measures = {
  scaling(run) {
    const { lines } = lastOf(run, 'curve', 'loss by step');
    const stepsOf = (line: string) => {
      const losses = lines[line] ?? [];
      const reached = losses.findIndex((loss) => Number(loss) <= EXPLAINED);
      return reached < 0 ? losses.length : reached; // at least so many
    };
    const [raw, scaled] = [stepsOf('raw'), stepsOf('standardized')];
    return {
      measure: `loss ${EXPLAINED} after ${scaled} steps standardized, ${raw} or more raw`,
      reached: scaled > 0 && raw >= 3 * scaled,
    };
  },

  'missing-values'(run) {
    const { values, rows = [] } = lastOf(run, 'matrix', 'methods');
    const of = (method: string) => (values[rows.indexOf(method)] ?? []).map(Number);
    const [, mean = 0, meanPrice = 0] = of('mean');
    const [, nearest = 0, nearestPrice = 0] = of('k-nearest');
    const { x, lines } = lastOf(run, 'curve', 'filled areas');
    const ofNearest = rootMeanSquare(
      x.map((area, i) => Number(area) - Number(lines['k-nearest']?.[i])),
    );
    const isTable = values.length === 4 && Math.abs(ofNearest - nearest) < 0.01;
    return {
      measure: `areas ${nearest.toFixed(1)} m² off by k-nearest, ${mean.toFixed(1)} by the mean; prices ${nearestPrice.toFixed(1)}, ${meanPrice.toFixed(1)}`,
      reached: isTable && nearest < 0.6 * mean && nearestPrice < meanPrice,
    };
  },

  cleaning(run) {
    const { faults, rows } = dirtyHouses({ count: 500, seed: seedOf(run) });
    const report = lastOf(run, 'text', 'dropped and repaired').text;
    const dropped = linesIn(report, /^line (\d+): dropped/gm);
    const kept = linesIn(lastOf(run, 'text', 'cleaned table').text, /^(\d+),/gm);
    const lost = rows.filter(({ line }) => dropped.has(line) === kept.has(line));
    const bad = faults.filter(({ kind }) => kind !== 'unit').map(({ line }) => line);
    const found = bad.filter((line) => dropped.has(line));
    const innocent = [...dropped].filter((line) => !bad.includes(line));
    return {
      measure: `${found.length} of ${bad.length} bad rows dropped, ${innocent.length} good ones; ${lost.length} of ${rows.length} rows unaccounted for`,
      reached: lost.length === 0 && found.length >= 0.95 * bad.length && innocent.length <= 3,
    };
  },

  'principal-components'(run) {
    const shares = run.records.flatMap((record) =>
      record.type === 'metrics' ? Number(record.values['explained variance']) : [],
    );
    const reference = explainedVariance(digits({ count: 2000, seed: seedOf(run) }).images, 784);
    const off = Math.max(...shares.map((share, i) => Math.abs(share - (reference[i] ?? 0))));
    return {
      measure: `${shares.length} components explain ${percent(shares.at(-1) ?? 0)}; at most ${off.toExponential(1)} from a reference eigen-solver`,
      reached: shares.length === 20 && off < 1e-4,
    };
  },

  augmentation(run) {
    const accuracy = (recipe: string) => {
      const counts = lastOf(run, 'matrix', `confusion, ${recipe}`).values.map((row) =>
        row.map(Number),
      );
      const right = counts.reduce((sum, row, digit) => sum + (row[digit] ?? 0), 0);
      return right / counts.flat().reduce((sum, count) => sum + count, 0);
    };
    const [plain, moved, lying] = [accuracy('plain'), accuracy('moved'), accuracy('lying')];
    return {
      measure: `test accuracy ${plain.toFixed(3)} without, ${moved.toFixed(3)} with, ${lying.toFixed(3)} with lies`,
      reached: moved > plain && lying < moved,
    };
  },

  'augmentation-for-generation'(run) {
    const last = run.records.findLast(
      (record) => record.type === 'metrics' && 'FID with' in record.values,
    );
    const values = last?.type === 'metrics' ? last.values : {};
    const [fid = Number.NaN, fidWith = Number.NaN, spread = Number.NaN, spreadWith = Number.NaN] = [
      'FID without',
      'FID with',
      'diversity without',
      'diversity with',
    ].map((name) => Number(values[name]));
    const grids = ['without', 'with'].map((name) =>
      lastTiles(run.folder, run.records, `samples ${name} augmentation`),
    );
    const isReported = [fid, fidWith, spread, spreadWith].every((value) => value > 0);
    return {
      measure: `FID ${fid.toFixed(2)} without, ${fidWith.toFixed(2)} with; diversity ${spread.toFixed(1)}, ${spreadWith.toFixed(1)}`,
      reached: isReported && fidWith < fid && grids.every(({ count }) => count === 50),
    };
  },
};

function linesIn(text: string, pattern: RegExp): Set<number> {
  return new Set([...text.matchAll(pattern)].map(([, line]) => Number(line)));
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
}
