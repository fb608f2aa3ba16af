import { median, quantile } from '../loop/figure.ts';
import type { Slice } from './protocol.ts';
import type { Result } from './rounds.ts';

/** What a comparison needs to know of a contender. */
export interface Entrant {
  readonly name: string;
  readonly threads: number;
}

type Results = ReadonlyMap<Entrant, Result>;

export interface Ratio {
  /** Our time over theirs, each at its best number of threads: the median over the rounds. */
  ratio: number;
  /** Half of the rounds lie between these. */
  low: number;
  high: number;
  /** Of the fastest steps of all: a busy machine only ever adds time. */
  fastest: number;
  /** Of the least processor time, each on one thread. */
  cpu: number;
}

/** The median over the rounds of the median step, in milliseconds; not a number where the contender cannot. */
export function milliseconds(result: Result | undefined): number {
  return Array.isArray(result) ? median(result.map((slice) => slice.median)) : Number.NaN;
}

/** Round by round, since both had their turn at about the same time. */
export function compare(results: Results, ours: string, theirs: string): Ratio | undefined {
  const mine = best(results, ours);
  const other = best(results, theirs);
  if (!mine || !other) return undefined;
  const ratios = mine.map(({ median: time }, i) => time / (other[i]?.median ?? Number.NaN));
  return {
    ratio: median(ratios),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
    fastest: fastest(results, ours) / fastest(results, theirs),
    cpu: leastCpu(results, ours) / leastCpu(results, theirs),
  };
}

/** The slices of the fastest of a name, whatever its number of threads. */
function best(results: Results, name: string): Slice[] | undefined {
  return slicesOf(results, name).sort((a, b) => milliseconds(a) - milliseconds(b))[0];
}

function fastest(results: Results, name: string): number {
  return Math.min(...slicesOf(results, name).flatMap((slices) => slices.map(({ min }) => min)));
}

function leastCpu(results: Results, name: string): number {
  const alone = slicesOf(results, name, ({ threads }) => threads === 1);
  return Math.min(...alone.flatMap((slices) => slices.map(({ cpu }) => cpu)));
}

function slicesOf(
  results: Results,
  name: string,
  fits: (entrant: Entrant) => boolean = () => true,
): Slice[][] {
  return [...results].flatMap(([entrant, result]) =>
    entrant.name === name && fits(entrant) && Array.isArray(result) ? [result] : [],
  );
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
