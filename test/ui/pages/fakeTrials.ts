/** A made-up sweep of 16 trials, with one that diverged, one that failed and one that still runs. */
import type { TrialsRecord } from '../../../src/protocol/record.ts';

const RATES = [0.001, 0.01, 0.1, 1];
const STRENGTHS = [0, 0.001, 0.01, 0.1];
const ENDS: Record<number, Extract<TrialsRecord, { type: 'trial' }>['status']> = {
  12: 'failed',
  15: 'diverged',
  16: 'running',
};

export function fakeTrials(): TrialsRecord[] {
  const sweep = { type: 'sweep', measure: 'validation loss', best: 'lowest', workers: 2 } as const;
  return [sweep, ...Array.from({ length: 16 }, (_, i) => fakeTrial(i + 1)).flat()];
}

function fakeTrial(trial: number): TrialsRecord[] {
  const learningRate = RATES[Math.floor((trial - 1) / 4)] ?? 1;
  const l2 = STRENGTHS[(trial - 1) % 4] ?? 0;
  const loss = 0.1 + 0.3 * Math.abs(Math.log10(learningRate) + 1.3) + 2 * l2;
  const status = ENDS[trial] ?? 'done';
  const steps = Array.from({ length: 20 }, (_, step) => step);
  return [
    {
      type: 'trial',
      trial,
      values: { learningRate, l2 },
      status,
      ...(status === 'done' ? { result: loss, seconds: 1.2 } : {}),
      ...(status === 'diverged' ? { result: 'NaN', seconds: 0.4 } : {}),
      ...(status === 'failed'
        ? { error: { message: 'No such activation: “relo”.', line: 31 }, seconds: 0.1 }
        : {}),
    },
    {
      type: 'trialPoints',
      trial,
      steps,
      values: {
        loss: steps.map((step) => 0.8 * loss + Math.exp(-step / 5)),
        val_loss: steps.map((step) => loss + Math.exp(-step / 5)),
      },
    },
  ];
}
