import assert from 'node:assert/strict';
import { log } from '../../../src/api/log.ts';
import { noteStep } from '../../../src/api/steps.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { Recorder } from './recorder.ts';
import { keepsTensors } from './tensors.ts';

describe('log', () => {
  before(() => startEngine('portable'));

  it('reports numbers and tensors of one number, and leaves the tensors alone', async () => {
    const recorder = new Recorder();
    const loss = tf.scalar(0.5);
    await keepsTensors(() => log({ loss, accuracy: 0.25, one: tf.keep(loss) }, 7, 100));
    assert.deepEqual(recorder.logged, [
      { values: { loss: 0.5, accuracy: 0.25, one: 0.5 }, step: 7, steps: 100 },
    ]);
    assert.equal(loss.isDisposed, false);
    loss.dispose();
  });

  it('counts steps by itself, on from the last one known', async () => {
    const recorder = new Recorder();
    await log({ loss: 1 });
    await log({ loss: 1 });
    await log({ loss: 1 }, 10);
    await log({ loss: 1 });
    noteStep(50);
    await log({ loss: 1 });
    assert.deepEqual(
      recorder.logged.map(({ step }) => step),
      [0, 1, 10, 11, 51],
    );
  });

  it('keeps NaN and infinities', async () => {
    const recorder = new Recorder();
    await log({ loss: Number.NaN, size: Number.POSITIVE_INFINITY });
    assert.deepEqual(recorder.logged[0]?.values, { loss: Number.NaN, size: Infinity });
  });

  it('gives the event loop a turn when one is due', async () => {
    new Recorder();
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    const end = performance.now() + 25;
    while (performance.now() < end);
    await log({ loss: 1 });
    assert.equal(turned, true);
  });

  it('costs less than 50 µs a call', async () => {
    const recorder = new Recorder();
    const start = performance.now();
    for (let step = 0; step < 10_000; step++) await log({ loss: 1, accuracy: 2 }, step);
    assert.ok((performance.now() - start) / 10_000 < 0.05);
    assert.equal(recorder.logged.length, 10_000);
  });

  it('says what is wrong with a value', () => {
    new Recorder();
    const promise = Promise.resolve(1) as never;
    assert.throws(() => log({ loss: promise }), /“loss”, got a promise \(an `await` is missing\)/);
    assert.throws(() => log({ loss: 'low' as never }), /GenAI101Error: log: expected a number/);
    tf.tidy(() => {
      assert.throws(() => log({ loss: tf.ones([2, 3]) }), /got a tensor of shape \[2, 3\]/);
      assert.throws(() => log(tf.scalar(1) as never), /expected an object of numbers/);
    });
    assert.throws(() => log({ loss: 1 }, Number.NaN), /expected a number as step, got NaN/);
  });
});
