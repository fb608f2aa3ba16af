import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import { Autoencoder } from '../../../../src/webview/kit/network/autoencoder.ts';
import type { Dense } from '../../../../src/webview/kit/network/dense.ts';
import { crossEntropy, meanSquares } from '../../../../src/webview/kit/network/losses.ts';
import { VariationalAutoencoder } from '../../../../src/webview/kit/network/variational.ts';

const shape = { pixels: 7, hidden: [6, 5], code: 3 };
const batch = 4;

function images(seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: batch * shape.pixels }, () => random.next());
}

/** Compares every gradient with (f(w + h) − f(w − h)) / 2h. */
function assertGradients(layers: readonly Dense[], loss: () => number): void {
  const clear = () => {
    for (const layer of layers) {
      layer.weightGradient.fill(0);
      layer.biasGradient.fill(0);
    }
  };
  clear();
  // Away from zero: an image that silences a whole layer would put the next one exactly on a ReLU's kink.
  const random = new Random(9);
  for (const layer of layers) layer.bias.set(layer.bias.map(() => random.normal() * 0.3));
  loss();
  const found = layers.map((layer) => [layer.weightGradient.slice(), layer.biasGradient.slice()]);
  const h = 1e-3; // small, so that no ReLU changes sides on the way
  layers.forEach((layer, l) => {
    [layer.weights, layer.bias].forEach((parameters, p) => {
      for (let i = 0; i < parameters.length; i++) {
        const kept = parameters[i] as number;
        parameters[i] = kept + h;
        const above = loss();
        parameters[i] = kept - h;
        const below = loss();
        parameters[i] = kept;
        const expected = (above - below) / (2 * h);
        const actual = found[l]?.[p]?.[i] as number;
        const scale = Math.max(0.02, Math.abs(expected));
        assert.ok(
          Math.abs(actual - expected) / scale < 0.03,
          `layer ${l}, ${p ? 'bias' : 'weight'} ${i}: ${actual} instead of ${expected}`,
        );
      }
    });
  });
  clear();
}

describe('the panel’s small networks', () => {
  for (const loss of [meanSquares, crossEntropy]) {
    it(`compute the gradient of the reconstruction loss ${loss.name}`, () => {
      const model = new Autoencoder(shape, new Random(1), loss);
      const inputs = images(2);
      const targets = images(3);
      assertGradients([...model.encoder, ...model.decoder], () =>
        model.accumulate(inputs, targets, batch),
      );
    });
  }

  it('compute the gradient of the variational loss through z = μ + σ·ε', () => {
    const model = new VariationalAutoencoder(shape, new Random(1));
    const inputs = images(2);
    const random = new Random(4);
    const noise = Float32Array.from({ length: batch * shape.code }, () => random.normal());
    const beta = 0.7;
    assertGradients([...model.encoder, ...model.decoder], () => {
      const { reconstruction, divergence } = model.accumulate(inputs, noise, batch, beta);
      return reconstruction + beta * divergence;
    });
  });

  it('give the same numbers for the same seed', () => {
    const run = () => {
      const model = new Autoencoder(shape, new Random(5));
      const data = images(6);
      return Array.from({ length: 20 }, () => model.train(data, data, batch, 0.01));
    };
    assert.deepEqual(run(), run());
  });
});
