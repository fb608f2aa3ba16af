import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import { Gru } from '../../../../src/webview/kit/network/gru.ts';

const letters = [0, 2, 1, 2, 3];
const units = 4;

/** Σ target · memory, over all steps. */
function loss(gru: Gru, targets: Float32Array): number {
  return gru.forward(letters).reduce((sum, value, i) => sum + value * (targets[i] ?? 0), 0);
}

describe('the panel’s gated recurrent unit', () => {
  it('computes gradients back through time', () => {
    const random = new Random(3);
    const gru = new Gru(5, units, new Random(1));
    const targets = Float32Array.from({ length: letters.length * units }, () => random.normal());
    loss(gru, targets);
    gru.backward(targets);
    const h = 1e-3;
    for (const { values, gradient } of [gru.input, gru.recurrent, gru.bias]) {
      for (const [i, kept] of [...values.entries()]) {
        values[i] = kept + h;
        const above = loss(gru, targets);
        values[i] = kept - h;
        const below = loss(gru, targets);
        values[i] = kept;
        const expected = (above - below) / (2 * h);
        const actual = gradient[i] ?? 0;
        const scale = Math.max(0.02, Math.abs(expected));
        assert.ok(Math.abs(actual - expected) / scale < 0.03, `${i}: ${actual}, not ${expected}`);
      }
    }
  });

  it('gives the same memory step by step as for the whole sequence', () => {
    const gru = new Gru(5, units, new Random(1));
    const whole = gru.forward(letters);
    let memory: Float32Array = new Float32Array(units);
    for (const letter of letters) memory = gru.step(letter, memory).after;
    assert.deepEqual(memory, whole.slice(-units));
  });
});
