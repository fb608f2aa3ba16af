import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import type { Activation } from '../../../../src/webview/kit/network/dense.ts';
import { backward, forward, stack } from '../../../../src/webview/kit/network/layers.ts';
import { crossEntropy } from '../../../../src/webview/kit/network/losses.ts';
import { lastStage, passAt } from '../../../../walkthroughs/02-neural-networks/figures/passes.ts';
import { trace } from '../../../../walkthroughs/02-neural-networks/figures/trace.ts';

describe('a point traced through a network', () => {
  for (const activation of ['relu', 'tanh', 'sigmoid', 'linear'] satisfies Activation[]) {
    it(`has the sums, outputs and gradients of the network that trains, with ${activation}`, () => {
      const layers = stack([2, 5, 4, 1], 'sigmoid', new Random(1), activation);
      const point = [0.7, -0.4];
      const traced = trace(layers, point, 1);
      const output = forward(layers, Float32Array.from(point), 1);
      const { loss, gradient } = crossEntropy(output.slice(0, 1), [1], 1, 1);
      assertNear(traced.answer, output[0] ?? 0);
      assertNear(traced.loss, loss);
      backward(layers, gradient, 1, false);
      layers.forEach((layer, l) => {
        const { inputs, errors } = traced.layers[l] ?? { inputs: [], errors: [] };
        layer.biasGradient.forEach((expected, unit) => {
          assertNear(errors[unit] ?? 0, expected);
        });
        layer.weightGradient.forEach((expected, at) => {
          const input = inputs[Math.floor(at / layer.outputs)] ?? 0;
          assertNear(input * (errors[at % layer.outputs] ?? 0), expected);
        });
      });
    });
  }

  it('is followed forward to the output, to the loss, and back to the first layer', () => {
    const stages = Array.from({ length: lastStage(3) + 1 }, (_, stage) => passAt(stage, 3));
    assert.deepEqual(
      stages.map(({ reached }) => reached),
      [0, 1, 2, 3, 3, 3, 3, 3, 3],
    );
    assert.deepEqual(
      stages.map(({ returned }) => returned),
      [3, 3, 3, 3, 3, 2, 1, 0, 0],
    );
  });
});

function assertNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-4, `${actual} instead of ${expected}`);
}
