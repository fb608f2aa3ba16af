import assert from 'node:assert/strict';
import { LoopCount } from '../../../src/runner/record/loopCount.ts';

describe('how many steps of a loop are done', () => {
  it('counts the step that a loop from 0 has just finished', () => {
    const loop = new LoopCount();
    assert.deepEqual(
      [0, 1, 59].map((step) => loop.done(step)),
      [1, 2, 60],
    );
  });

  it('takes the number of a loop from 1 as it is', () => {
    const loop = new LoopCount();
    assert.deepEqual(
      [1, 2, 60].map((step) => loop.done(step)),
      [1, 2, 60],
    );
  });

  it('starts over when the step number falls back', () => {
    const loop = new LoopCount();
    assert.deepEqual(
      [1, 2, 0, 1].map((step) => loop.done(step)),
      [1, 2, 1, 2],
    );
  });
});
