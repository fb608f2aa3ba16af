/** The range a slider moves in: given by the script, or inferred from the value. */
import type { Tunable } from '../protocol/runner.ts';
import { describe, GenAI101Error } from './error.ts';
import type { TuneRange } from './tune.ts';

/** Words in names of things that are counted. */
const COUNTED =
  /epoch|batch|unit|size|step|layer|count|filter|head|width|neighbo|cluster|components/i;

export function makeTunable(name: string, value: number, range: TuneRange | undefined): Tunable {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new GenAI101Error(`tune: expected a number for “${name}”, got ${describe(value)}.`);
  }
  const integer = Number.isInteger(value) && (value >= 2 || COUNTED.test(name));
  if (!range) return { name, value, integer, ...inferRange(value, integer) };
  const given = isPair(range) ? { min: range[0], max: range[1] } : range;
  const { min, max } = given;
  const log = given.log ?? (min > 0 && max / min >= 100);
  const tunable = { name, value, min, max, log, integer: given.integer ?? integer };
  checkRange(tunable);
  return tunable;
}

function isPair(range: TuneRange): range is readonly [number, number] {
  return Array.isArray(range);
}

function inferRange(value: number, integer: boolean): Pick<Tunable, 'min' | 'max' | 'log'> {
  if (integer) {
    return value >= 16
      ? { min: Math.max(1, Math.round(value / 16)), max: value * 16, log: true }
      : { min: Math.min(1, value), max: Math.max(4, value * 4), log: false };
  }
  if (value > 0 && value < 0.1) return { min: value / 100, max: value * 100, log: true };
  if (value >= 0) return { min: 0, max: value < 1 ? 1 : value * 4, log: false };
  return { min: value * 4, max: -value * 4, log: false };
}

function checkRange({ name, value, min, max, log }: Tunable): void {
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max)) {
    throw new GenAI101Error(
      `tune: expected a range [min, max] with min < max for “${name}”, got [${min}, ${max}].`,
    );
  }
  if (value < min || value > max) {
    throw new GenAI101Error(
      `tune: “${name}” is ${value}, which is outside of its range [${min}, ${max}].`,
    );
  }
  if (log && min <= 0) {
    throw new GenAI101Error(
      `tune: the slider of “${name}” is logarithmic, so its range must start above 0, not at ${min}.`,
    );
  }
}
