import assert from 'node:assert/strict';
import type { TrialRecord } from '../../../src/protocol/record.ts';
import { sweepAxes } from '../../../src/webview/training/trials/axes.ts';
import { distance, layOut, path } from '../../../src/webview/training/trials/layout.ts';

const done = (values: TrialRecord['values'], result: number, number = 1): TrialRecord => ({
  type: 'trial',
  trial: number,
  values,
  status: 'done',
  result,
});

const axisOf = (trials: readonly TrialRecord[], name: string) =>
  sweepAxes(trials, 'loss').find((axis) => axis.name === name) ?? assert.fail(name);

describe('the axes of a sweep', () => {
  it('are logarithmic where values span orders of magnitude', () => {
    const trials = [0.001, 0.01, 0.1].map((rate) => done({ rate }, 1));
    const axis = axisOf(trials, 'rate');
    assert.ok(axis.log);
    assert.deepEqual(
      trials.map((trial) => Number(axis.at(trial)?.toFixed(6))),
      [0, 0.5, 1],
    );
    assert.ok(
      !axisOf(
        [8, 16, 32].map((units) => done({ units }, 1)),
        'units',
      ).log,
    );
  });

  it('give zero a place of its own below a logarithmic range', () => {
    const trials = [0, 0.001, 0.1].map((l2) => done({ l2 }, 1));
    const places = trials.map((trial) => axisOf(trials, 'l2').at(trial) ?? -1);
    assert.equal(places[0], 0);
    assert.ok((places[1] ?? 0) >= 0.1 && places[2] === 1, places.join());
  });

  it('list words in the order in which they came', () => {
    const trials = ['relu', 'tanh', 'elu'].map((activation) => done({ activation }, 1));
    const { ticks } = axisOf(trials, 'activation');
    assert.deepEqual(ticks, [
      { text: 'relu', at: 0 },
      { text: 'tanh', at: 0.5 },
      { text: 'elu', at: 1 },
    ]);
  });

  it('end with the measure, which only finished trials have', () => {
    const running: TrialRecord = {
      type: 'trial',
      trial: 2,
      values: { rate: 1 },
      status: 'running',
    };
    const axes = sweepAxes([done({ rate: 1 }, 3), running], 'loss');
    assert.equal(axes.at(-1)?.name, 'loss');
    assert.equal(axes.at(-1)?.at(running), undefined);
  });
});

describe('the lines of a sweep', () => {
  const trials = [done({ rate: 1 }, 1), done({ rate: 2 }, 3, 2)];
  const axes = sweepAxes(trials, 'loss');
  const layout = layOut(axes.length, 200, 200);

  it('run from axis to axis, and above the last where a trial has no measure', () => {
    const broken: TrialRecord = { type: 'trial', trial: 3, values: { rate: 1 }, status: 'failed' };
    assert.deepEqual(path(trials[0] ?? broken, axes, layout), [
      [layout.xs[0], layout.bottom],
      [layout.xs[1], layout.bottom],
    ]);
    assert.ok((path(broken, axes, layout).at(-1)?.[1] ?? 999) < layout.top);
  });

  it('are found by their distance from a place', () => {
    const line = [
      [0, 0],
      [100, 0],
      [100, 100],
    ] as const;
    assert.equal(distance([50, 3], line), 3);
    assert.equal(distance([104, 103], line), 5);
  });
});
