/** What the course asks of an example. */
import type { RunRecord } from '../../../src/protocol/record.ts';
import type { Judge } from '../judge.ts';

export interface FinishedRun {
  folder: string;
  records: RunRecord[];
  seconds: number;
}

export interface Judges {
  digits: Judge;
  kinds: Judge;
}

export interface Result {
  measure: string;
  reached: boolean;
}

/** Computed from what the run left: pictures, points, curves; not from what the script says about itself alone. */
export type Measure = (run: FinishedRun, judges: Judges) => Result;

/** By the example's file name, without its ending. */
export type Measures = Readonly<Record<string, Measure>>;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The upper one of the two in the middle, where there are two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
