import assert from 'node:assert/strict';
import type { TrialRecord, TrialsRecord } from '../../../src/protocol/record.ts';
import { bestTrial, Trials } from '../../../src/protocol/trials.ts';

const sweep = { type: 'sweep', measure: 'loss', best: 'lowest', workers: 2 } as const;
const trial = (number: number, status: TrialRecord['status'], result?: number): TrialRecord => ({
  type: 'trial',
  trial: number,
  values: { rate: number },
  status,
  ...(result === undefined ? {} : { result }),
});
const points = (number: number, steps: number[]): TrialsRecord => ({
  type: 'trialPoints',
  trial: number,
  steps,
  values: {
    loss: steps.map((step) => (step === 2 ? 'NaN' : 1 / (step + 1))),
    own: steps.map(() => null),
  },
});

function fold(records: readonly TrialsRecord[]): Trials {
  const trials = new Trials();
  for (const record of records) trials.add(record);
  return trials;
}

const shape = (trials: Trials) =>
  trials.all().map(({ curves, ...record }) => ({
    ...record,
    points: [...curves].map(([name, curve]) => [name, curve.points()]),
  }));

describe('the model of a sweep', () => {
  const records = [
    sweep,
    trial(2, 'running'),
    trial(1, 'running'),
    points(2, [0, 1]),
    points(2, [2, 3]),
    trial(2, 'done', 0.5),
  ];

  it('keeps the last state of each trial, by number, with its curves', () => {
    const all = fold(records).all();
    assert.deepEqual(
      all.map(({ trial, status }) => [trial, status]),
      [
        [1, 'running'],
        [2, 'done'],
      ],
    );
    const values = all[1]?.curves
      .get('loss')
      ?.points()
      .map(({ value }) => value);
    assert.deepEqual(values, [1, 0.5, Number.NaN, 0.25]);
  });

  it('is told by fewer records that give the same again', () => {
    const trials = fold(records);
    const again = fold(trials.records());
    assert.deepEqual(shape(again), shape(trials));
    assert.ok(trials.records().length < records.length + 1);
  });

  it('passes over points of a trial that it does not know', () => {
    assert.deepEqual(fold([sweep, points(5, [0])]).all(), []);
  });

  it('finds the best trial among those that are done, by what the sweep calls good', () => {
    const all = [
      trial(1, 'done', 3),
      trial(2, 'diverged'),
      trial(3, 'done', 1),
      trial(4, 'running'),
    ];
    assert.equal(bestTrial(all, sweep)?.trial, 3);
    assert.equal(bestTrial(all, { best: 'highest' })?.trial, 1);
    assert.equal(bestTrial([trial(4, 'failed')], sweep), undefined);
  });
});
