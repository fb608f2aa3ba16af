import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import { Dense } from '../../../../src/webview/kit/network/dense.ts';

describe('a dense layer in the panel', () => {
  const [batch, inputs, outputs] = [3, 11, 5];
  const random = new Random(2);
  const layer = new Dense(inputs, outputs, 'linear', random);
  const input = Float32Array.from({ length: batch * inputs }, () =>
    random.chance(0.3) ? 0 : random.normal(),
  );
  const weight = (i: number, o: number) => layer.weights[i * outputs + o] ?? 0;

  it('has the very numbers of one input after the other, however many it takes at a time', () => {
    const expected = new Float32Array(batch * outputs);
    for (let b = 0; b < batch; b++) {
      for (let i = 0; i < inputs; i++) {
        for (let o = 0; o < outputs; o++) {
          const sum = expected[b * outputs + o] ?? 0;
          expected[b * outputs + o] = sum + (input[b * inputs + i] ?? 0) * weight(i, o);
        }
      }
    }
    assert.deepEqual(layer.forward(input, batch).slice(0, batch * outputs), expected);
  });

  it('gives each input the sum of its weights times the slopes', () => {
    layer.forward(input, batch);
    const slopes = Float32Array.from({ length: batch * outputs }, () => random.normal());
    const expected = Float32Array.from({ length: batch * inputs }, (_, at) => {
      const [b, i] = [Math.floor(at / inputs), at % inputs];
      let sum = 0;
      for (let o = 0; o < outputs; o++) sum += (slopes[b * outputs + o] ?? 0) * weight(i, o);
      return sum;
    });
    assert.deepEqual(layer.backward(slopes.slice(), batch), expected);
  });
});
