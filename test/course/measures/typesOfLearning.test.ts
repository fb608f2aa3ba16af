import assert from 'node:assert/strict';
import { adjustedRandIndex } from '../randIndex.ts';

describe('the measures of chapter 01', () => {
  it('give an adjusted Rand index of 1 to the same partition under other names', () => {
    assert.equal(adjustedRandIndex([0, 0, 1, 1, 2], [5, 5, 3, 3, 4]), 1);
  });

  it('give the adjusted Rand index of a worked example', () => {
    // Pairs together in both: 2; in a: 1 + 3 = 4, in b: 3 + 1 = 4; of 10. Expected 1.6, most 4.
    const index = adjustedRandIndex([0, 0, 1, 1, 1], [0, 0, 0, 1, 1]);
    assert.ok(Math.abs(index - (2 - 1.6) / (4 - 1.6)) < 1e-12);
  });

  it('give about 0 to a partition that knows nothing', () => {
    const a = Array.from({ length: 3000 }, (_, i) => i % 3);
    const b = Array.from({ length: 3000 }, (_, i) => Math.floor(i / 3) % 4);
    assert.ok(Math.abs(adjustedRandIndex(a, b)) < 0.01);
  });
});
