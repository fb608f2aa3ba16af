import assert from 'node:assert/strict';
import { MemoryTrend } from '../../../src/webview/training/memory.ts';

function leakOf(tensorsAt: (i: number) => number, every = 250): number | undefined {
  const trend = new MemoryTrend();
  for (let i = 0; i < 60; i++) trend.add({ time: i * every, tensors: tensorsAt(i), bytes: 0 });
  return trend.leak();
}

describe('memory trend', () => {
  it('warns when the count keeps climbing', () => {
    assert.equal((leakOf((i) => 100 + 3 * i) ?? 0) > 50, true);
  });

  it('sees a climb through the rise and fall within each step', () => {
    assert.equal(leakOf((i) => 100 + 3 * i + (i % 4) * 40) !== undefined, true);
  });

  it('is quiet when tensors come and go', () => {
    assert.equal(
      leakOf((i) => 100 + (i % 7) * 30),
      undefined,
    );
  });

  it('is quiet when a count jumped once, as when an optimizer makes its slots', () => {
    assert.equal(
      leakOf((i) => (i < 40 ? 100 : 400)),
      undefined,
    );
  });

  it('waits until there is enough to judge', () => {
    assert.equal(
      leakOf((i) => 100 + 3 * i, 20),
      undefined,
    );
  });
});
