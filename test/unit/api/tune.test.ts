import assert from 'node:assert/strict';
import { tune } from '../../../src/api/tune.ts';
import { Recorder } from './recorder.ts';

describe('tune', () => {
  it('gives live values that follow the sliders', () => {
    const recorder = new Recorder();
    const hyper = tune({ learningRate: 0.001, batchSize: 32 });
    recorder.tune('learningRate', 0.01);
    recorder.tune('batchSize', 40.4);
    assert.deepEqual(hyper, { learningRate: 0.01, batchSize: 40 });
  });

  it('keeps values within the range of their slider', () => {
    const recorder = new Recorder();
    const hyper = tune({ beta: 1 }, { beta: [0, 4] });
    recorder.tune('beta', 9);
    assert.equal(hyper.beta, 4);
    recorder.tune('beta', -9);
    assert.equal(hyper.beta, 0);
  });

  it('infers how far a slider goes and whether it is whole or logarithmic', () => {
    const recorder = new Recorder();
    tune({ learningRate: 0.001, dropout: 0.2, epochs: 1, batchSize: 128, beta: 1, shift: -2.5 });
    const described = recorder.sliders.map(
      ({ name, min, max, log, integer }) =>
        `${name} ${min}…${max}${log ? ' log' : ''}${integer ? ' whole' : ''}`,
    );
    assert.deepEqual(described, [
      'learningRate 0.00001…0.1 log',
      'dropout 0…1',
      'epochs 1…4 whole',
      'batchSize 8…2048 log whole',
      'beta 0…4',
      'shift -10…10',
    ]);
  });

  it('starts with the values asked for from outside, whole where they must be', () => {
    const recorder = new Recorder({ epochs: 500, learningRate: 2, other: 3 });
    const hyper = tune({ epochs: 20, learningRate: 0.001 });
    assert.deepEqual(hyper, { epochs: 500, learningRate: 2 });
    assert.deepEqual(
      recorder.sliders.map(({ value, max }) => [value, max]),
      [
        [500, 500],
        [2, 2],
      ],
    );
  });

  it('says what is wrong with a value or a range', () => {
    new Recorder();
    assert.throws(() => tune({ a: Number.NaN }), /tune: expected a number for “a”, got NaN/);
    assert.throws(() => tune({ a: 'x' as never }), /expected a number for “a”, got "x"/);
    assert.throws(() => tune({ a: 1 }, { a: [3, 2] }), /min < max for “a”, got \[3, 2\]/);
    assert.throws(() => tune({ a: 1 }, { a: [2, 3] }), /“a” is 1, which is outside of its range/);
    const log = () => tune({ a: 1 }, { a: { min: 0, max: 2, log: true } });
    assert.throws(log, /logarithmic, so its range must start above 0, not at 0/);
    assert.throws(() => tune(undefined as never), /expected an object of numbers/);
  });
});
