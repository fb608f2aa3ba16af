import assert from 'node:assert/strict';
import { Curve } from '../../../src/protocol/curve.ts';

function curveOf(count: number, valueAt: (i: number) => number): Curve {
  const curve = new Curve(100);
  for (let i = 0; i < count; i++) curve.add(i, valueAt(i));
  return curve;
}

describe('a curve within bounds', () => {
  it('keeps all points while they fit', () => {
    assert.equal(curveOf(90, Math.sin).points().length, 90);
  });

  it('stays small however long the run', () => {
    assert.ok(curveOf(200_000, Math.sin).points().length <= 500);
  });

  it('keeps first, last, lowest and highest', () => {
    const points = curveOf(50_000, (i) =>
      i === 31_337 ? 99 : i === 20_011 ? -99 : Math.sin(i),
    ).points();
    const steps = points.map(({ step }) => step);
    for (const step of [0, 49_999, 31_337, 20_011]) assert.ok(steps.includes(step), `step ${step}`);
    assert.deepEqual(
      steps,
      steps.toSorted((a, b) => a - b),
    );
  });

  it('keeps the first value that is no number, and the extremes around it', () => {
    const points = curveOf(50_000, (i) =>
      i >= 20_011 && i < 20_020 ? Number.NaN : i === 20_021 ? 99 : 0,
    ).points();
    assert.equal(points.find(({ value }) => Number.isNaN(value))?.step, 20_011);
    assert.ok(points.some(({ value }) => value === 99));
  });
});
