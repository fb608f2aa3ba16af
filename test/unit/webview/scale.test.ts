import assert from 'node:assert/strict';
import { bounded, fromFraction, toFraction } from '../../../src/webview/kit/scale.ts';

describe('slider scales', () => {
  it('slides over orders of magnitude', () => {
    const scale = { min: 1e-5, max: 1e-1, log: true };
    assert.equal(fromFraction(scale, 0.5), 0.001);
    assert.ok(Math.abs(toFraction(scale, 0.01) - 0.75) < 1e-9);
  });

  it('reaches both ends exactly', () => {
    for (const scale of [
      { min: 0, max: 0.99 },
      { min: 3e-4, max: 0.7, log: true },
      { min: 1, max: 256, integer: true },
    ]) {
      assert.equal(fromFraction(scale, 0), scale.min);
      assert.equal(fromFraction(scale, 1), scale.max);
    }
  });

  it('comes back to where a value was', () => {
    const scale = { min: 1e-4, max: 10, log: true };
    for (const value of [0.0001, 0.00123, 0.05, 1, 9.99]) {
      const back = fromFraction(scale, toFraction(scale, value));
      assert.ok(Math.abs(back - value) <= value * 0.006, `${value} became ${back}`);
    }
  });

  it('keeps integers whole and everything within bounds', () => {
    assert.equal(bounded({ min: 1, max: 256, integer: true }, 31.7), 32);
    assert.equal(bounded({ min: 1, max: 256, integer: true }, 9999), 256);
    assert.equal(fromFraction({ min: 0, max: 10, integer: true }, 0.33), 3);
  });

  it('falls back to a straight scale where no logarithm exists', () => {
    assert.equal(fromFraction({ min: 0, max: 2, log: true }, 0.5), 1);
  });
});
