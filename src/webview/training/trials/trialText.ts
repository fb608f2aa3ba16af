import type { SweepRecord, TrialRecord } from '../../../protocol/record.ts';
import { formatNumber } from '../../kit/format.ts';

/** 'trial 7: learningRate 0.01, l2 0; validation loss 0.2134' */
export function trialInWords(trial: TrialRecord, { measure }: SweepRecord): string {
  const values = Object.entries(trial.values).map(([name, value]) => `${name} ${short(value)}`);
  const end = trial.status === 'done' ? `${measure} ${resultText(trial)}` : trial.status;
  return `trial ${trial.trial}: ${values.join(', ')}; ${end}`;
}

export function short(value: string | number | undefined): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : formatNumber(Number(value.toPrecision(3)));
}

export function resultText({ result }: TrialRecord): string {
  return result === undefined ? '–' : formatNumber(Number(result));
}

/** A trial that was running when its run ended did not come to its end. */
export function statusOf({ status }: TrialRecord, isLive: boolean): string {
  return status === 'running' && !isLive ? 'stopped' : status;
}
