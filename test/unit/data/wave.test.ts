import assert from 'node:assert/strict';
import { wave, waveAt } from '../../../src/data/wave.ts';

describe('wave', () => {
  it('has one point in each slice of −1 to 1, in order', () => {
    const { x } = wave({ count: 40, seed: 3, noise: 0.3 });
    x.forEach((at, i) => {
      assert.equal(Math.floor(((at + 1) / 2) * 40), i);
    });
  });

  it('lies on its curve without noise, and about as far from it as asked with noise', () => {
    const clean = wave({ count: 50, seed: 1, noise: 0 });
    clean.y.forEach((y, i) => {
      assert.ok(Math.abs(y - waveAt(clean.x[i] ?? 0)) < 1e-6);
    });
    const { x, y } = wave({ count: 4000, seed: 1, noise: 0.5 });
    const squares = y.reduce((sum, each, i) => sum + (each - waveAt(x[i] ?? 0)) ** 2, 0);
    assert.ok(Math.abs(Math.sqrt(squares / 4000) - 0.5) < 0.02);
  });

  it('gives the same points for the same seed, others for another', () => {
    const options = { count: 9, noise: 0.3 };
    assert.deepEqual(wave({ ...options, seed: 5 }), wave({ ...options, seed: 5 }));
    assert.notDeepEqual(wave({ ...options, seed: 5 }), wave({ ...options, seed: 6 }));
  });

  it('refuses a negative noise', () => {
    assert.throws(() => wave({ count: 3, seed: 1, noise: -1 }), RangeError);
  });
});
