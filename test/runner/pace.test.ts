import assert from 'node:assert/strict';
import { LiveMetrics } from '../../src/runner/record/liveMetrics.ts';
import { Pace } from '../../src/runner/record/pace.ts';

describe('the pace of a run', () => {
  it('is told from the last five seconds, with the time left', () => {
    const pace = new Pace();
    for (let step = 0; step <= 100; step++) pace.mark(step, 300, undefined, step * 100); // 10 a second
    for (let i = 1; i <= 100; i++) pace.mark(100 + i, 300, undefined, 10_000 + i * 50); // 20 a second
    const { step, steps, stepsPerSecond, secondsLeft } = pace.progress() ?? assert.fail();
    assert.deepEqual([step, steps], [200, 300]);
    assert.ok(Math.abs((stepsPerSecond ?? 0) - 20) < 0.5, `${stepsPerSecond}`);
    assert.ok(Math.abs((secondsLeft ?? 0) - 5) < 0.2, `${secondsLeft}`);
  });

  it('starts anew when steps start anew', () => {
    const pace = new Pace();
    pace.mark(1, 10, undefined, 0);
    pace.mark(9, 10, undefined, 1000);
    pace.mark(1, 10, undefined, 2000);
    pace.mark(3, 10, undefined, 3000);
    assert.equal(pace.progress()?.stepsPerSecond, 2);
  });

  it('tells nothing in the first quarter of a second of a loop', () => {
    const pace = new Pace();
    for (const [step, at] of [
      [900, 0],
      [960, 3000],
      [1, 3010],
      [57, 3035],
    ] as const) {
      pace.mark(step, 1140, undefined, at);
    }
    const { stepsPerSecond, secondsLeft } = pace.progress() ?? assert.fail();
    assert.deepEqual([stepsPerSecond, secondsLeft], [undefined, undefined]);
  });

  it('has no time left to tell where no number of steps is planned, or only one step was made', () => {
    const pace = new Pace();
    assert.equal(pace.progress(), undefined);
    pace.mark(1, undefined, 'epoch 1', 0);
    const { stepsPerSecond, secondsLeft, label } = pace.progress() ?? assert.fail();
    assert.deepEqual([stepsPerSecond, secondsLeft, label], [undefined, undefined, 'epoch 1']);
  });
});

describe('metrics on their way to the views', () => {
  it('are rows over all names of the batch, with what was logged marked', () => {
    const live = new LiveMetrics();
    live.add(1, { loss: 3 });
    live.add(2, { loss: Number.NaN, accuracy: 0.5 });
    const { names, steps, values, present } = live.take('run');
    assert.deepEqual(names, ['loss', 'accuracy']);
    assert.deepEqual([...steps], [1, 2]);
    assert.deepEqual([...values], [3, Number.NaN, Number.NaN, 0.5]);
    assert.deepEqual([...present], [1, 0, 1, 1]);
    assert.ok(live.isEmpty);
  });

  it('are thinned where nobody takes them, and the newest stays', () => {
    const live = new LiveMetrics();
    for (let step = 0; step < 100_000; step++) live.add(step, { loss: step });
    const { steps } = live.take('run');
    assert.ok(steps.length <= 4000);
    assert.equal(steps.at(-1), 99_999);
    assert.ok((steps[0] ?? 0) < 99_000);
  });
});
