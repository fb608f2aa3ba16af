/** The axes of a sweep: one a hyperparameter, and the measure. */
import type { TrialRecord } from '../../../protocol/record.ts';
import { formatTick } from '../../kit/format.ts';
import { toFraction } from '../../kit/scale.ts';

export interface SweepAxis {
  name: string;
  log: boolean;
  /** Marks along the axis: the ends of numbers, or every category. */
  ticks: { text: string; at: number }[];
  /** Where a trial crosses it, 0 (bottom) to 1; undefined where it has no number there. */
  at(trial: TrialRecord): number | undefined;
}

/** From this ratio of the largest to the smallest on, orders of magnitude tell more. */
const LOG_FROM = 20;

/** Share of a logarithmic axis that separates zero from the least value above it. */
const ZERO = 0.2;

/** In the order in which the script names its hyperparameters. */
export function hyperparameters(trials: readonly TrialRecord[]): string[] {
  return [...new Set(trials.flatMap(({ values }) => Object.keys(values)))];
}

export function sweepAxes(trials: readonly TrialRecord[], measure: string): SweepAxis[] {
  const names = hyperparameters(trials);
  return [
    ...names.map((name) => hyperparameterAxis(name, trials)),
    numberAxis(
      measure,
      trials.map(resultOf).filter((value) => value !== undefined),
      resultOf,
    ),
  ];
}

/** What the trial measured, where that is a number. */
export function resultOf({ status, result }: TrialRecord): number | undefined {
  return status === 'done' ? Number(result) : undefined;
}

function hyperparameterAxis(name: string, trials: readonly TrialRecord[]): SweepAxis {
  const values = trials.map((trial) => trial.values[name]);
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.some((value) => typeof value === 'string')) return categoryAxis(name, values);
  return numberAxis(name, numbers, ({ values }) => {
    const value = values[name];
    return typeof value === 'number' ? value : undefined;
  });
}

function numberAxis(
  name: string,
  values: readonly number[],
  numberOf: (trial: TrialRecord) => number | undefined,
): SweepAxis {
  const scale = scaleOf(values);
  const ends = [...new Set(scale.ends)];
  return {
    name,
    log: scale.log,
    ticks: ends.map((end) => ({
      text: formatTick(Number(end.toPrecision(3))),
      at: scale.fraction(end),
    })),
    at(trial) {
      const value = numberOf(trial);
      return value === undefined ? undefined : scale.fraction(value);
    },
  };
}

/** A logarithmic one where values span that much; zero (no regularization at all) has its place below them. */
function scaleOf(values: readonly number[]) {
  const positive = values.filter((value) => value > 0);
  const hasZero = values.includes(0);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const least = Math.min(...positive);
  const log = min >= 0 && positive.length > 0 && max / least >= LOG_FROM;
  const ends = values.length === 0 ? [] : log && hasZero ? [0, least, max] : [min, max];
  const fraction = (value: number): number => {
    if (max <= min) return 0.5;
    if (!log) return toFraction({ min, max }, value);
    const share = toFraction({ min: least, max, log }, value);
    return hasZero ? (value === 0 ? 0 : ZERO + (1 - ZERO) * share) : share;
  };
  return { log, ends, fraction };
}

function categoryAxis(name: string, values: readonly (string | number | undefined)[]): SweepAxis {
  const all = [...new Set(values.filter((value) => value !== undefined).map(String))];
  const place = (value: string) => (all.length > 1 ? all.indexOf(value) / (all.length - 1) : 0.5);
  return {
    name,
    log: false,
    ticks: all.map((text) => ({ text, at: place(text) })),
    at: ({ values }) => (values[name] === undefined ? undefined : place(String(values[name]))),
  };
}
