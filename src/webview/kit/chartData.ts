/** From points as they were logged to what a chart draws. */
import type { CurvePoint } from '../../protocol/curve.ts';

/** One line: `xs` ascending, each once; a hole is null. */
export interface LineData {
  xs: number[];
  ys: (number | null)[];
}

/**
 * Finite points in ascending order of step, the last value where a step was logged twice.
 * A script may start its steps again (one loop after another), so order is not taken for granted.
 */
export function toLine(points: readonly CurvePoint[], positiveOnly = false): LineData {
  const kept = points.filter(({ value }) => Number.isFinite(value) && (!positiveOnly || value > 0));
  if (!isAscending(kept)) kept.sort((a, b) => a.step - b.step);
  const line: LineData = { xs: [], ys: [] };
  for (const { step, value } of kept) {
    if (line.xs.at(-1) === step) line.ys[line.ys.length - 1] = value;
    else {
      line.xs.push(step);
      line.ys.push(value);
    }
  }
  return line;
}

function isAscending(points: readonly CurvePoint[]): boolean {
  return points.every((point, i) => i === 0 || point.step >= (points[i - 1]?.step ?? 0));
}

/**
 * Running mean that forgets: each value keeps `weight` of the mean before it. Divided by the sum of the
 * weights, so that the first values are not pulled towards zero (Adam's bias correction, Kingma & Ba 2015, §3).
 */
export function smooth(values: readonly (number | null)[], weight: number): (number | null)[] {
  let mean = 0;
  let sum = 0;
  return values.map((value) => {
    if (value === null) return null;
    mean = weight * mean + (1 - weight) * value;
    sum = weight * sum + (1 - weight);
    return mean / sum;
  });
}

/** All lines over one x: `undefined` where a line has no point there, so that the line passes over it. */
export function align(lines: readonly LineData[]): [number[], ...(number | null | undefined)[][]] {
  const xs = unite(lines.map((line) => line.xs));
  const columns = lines.map((line) => {
    if (line.xs.length === xs.length) return line.ys;
    const column = new Array<number | null | undefined>(xs.length).fill(undefined);
    let at = 0;
    line.xs.forEach((x, i) => {
      while (at < xs.length && (xs[at] ?? 0) < x) at++;
      column[at] = line.ys[i];
    });
    return column;
  });
  return [xs, ...columns];
}

function unite(columns: readonly number[][]): number[] {
  const longest = columns.reduce((a, b) => (b.length > a.length ? b : a), []);
  if (columns.every((column) => column === longest || column.length === 0)) return longest;
  return [...new Set(columns.flat())].sort((a, b) => a - b);
}

/** Index of the entry nearest to x. */
export function nearest(xs: readonly number[], x: number): number {
  let low = 0;
  let high = xs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const before = xs[low - 1];
  return before !== undefined && x - before < (xs[low] ?? Infinity) - x ? low - 1 : low;
}
