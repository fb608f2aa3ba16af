import assert from 'node:assert/strict';
import { log, trials } from '../../../src/api/index.ts';
import { Recorder } from './recorder.ts';
import './tensors.ts';
import * as tf from '../../../src/engine/tf.ts';

describe('trials', () => {
  it('hands the values to the objective and answers with its measure', async () => {
    const { sweeps } = new Recorder();
    const evaluate = trials(({ a, b }: { a: number; b: number }) => a + b, { measure: 'sum' });
    assert.equal(await evaluate({ a: 1, b: 2 }), 3);
    assert.deepEqual(sweeps, [{ measure: 'sum', best: 'lowest', workers: undefined }]);
  });

  it('reads a tensor of one number', async () => {
    new Recorder();
    const evaluate = trials(async () => tf.scalar(0.5));
    assert.equal(await evaluate({}), 0.5);
  });

  it('leaves log as it is', async () => {
    const recorder = new Recorder();
    await trials(async ({ x }) => {
      void log({ x: x ?? 0 }, 3);
      return 0;
    })({ x: 4 });
    assert.deepEqual(recorder.logged, [{ values: { x: 4 }, step: 3, steps: undefined }]);
  });

  it('says what is wrong with what it is given', async () => {
    new Recorder();
    const wrong = (value: unknown) => value as never;
    assert.throws(() => trials(wrong(3)), /^GenAI101Error: trials: expected a function, got 3\.$/);
    assert.throws(() => trials(() => 1, { workers: 0 }), /workers to be a whole number above 0/);
    assert.throws(() => trials(() => 1, { best: wrong('least') }), /'lowest' or 'highest'/);
    await assert.rejects(trials(() => 1)(wrong([1])), /expected values such as/);
    await assert.rejects(trials(() => 1)({ rate: Number.NaN }), /for “rate”, got NaN/);
    await assert.rejects(trials(() => wrong(undefined))({}), /Is a `return` missing\?/);
    await assert.rejects(trials(() => wrong('low'))({}), /for the measure, got "low"/);
  });
});
