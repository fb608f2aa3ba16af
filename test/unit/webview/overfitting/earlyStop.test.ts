import assert from 'node:assert/strict';
import { earlyStop } from '../../../../walkthroughs/03-overfitting-and-underfitting/figures/earlyStop.ts';

const losses = [5, 4, 3, 3.5, 3.2, 2.5, 2.6, 2.7, 2.8, 1];

describe('early stopping', () => {
  it('stops once patience has run out since the lowest loss', () => {
    assert.deepEqual(earlyStop(losses, 3), { best: 5, stop: 8 });
  });

  it('is fooled by a bump when it has too little patience', () => {
    assert.deepEqual(earlyStop(losses, 1), { best: 2, stop: 3 });
  });

  it('goes on while patience has not run out, and before anything was trained', () => {
    assert.deepEqual(earlyStop(losses, 5), { best: 9, stop: undefined });
    assert.deepEqual(earlyStop([], 5), { best: 0, stop: undefined });
  });

  it('does not take an equal loss for a lower one', () => {
    assert.deepEqual(earlyStop([2, 2, 2, 2], 3), { best: 0, stop: 3 });
  });
});
