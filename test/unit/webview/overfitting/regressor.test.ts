import assert from 'node:assert/strict';
import { wave } from '../../../../src/data/wave.ts';
import {
  type Held,
  Regressor,
} from '../../../../walkthroughs/03-overfitting-and-underfitting/figures/regressor.ts';

const points = wave({ count: 16, seed: 2, noise: 0.4 });
const fresh = wave({ count: 150, seed: 1000, noise: 0.4 });

function trained(held: Held, steps = 1000): Regressor {
  const network = new Regressor(3);
  for (let step = 0; step < steps; step++) network.train(points, held, 0.005);
  return network;
}

function error(network: Regressor, on: typeof points): number {
  const outputs = network.predict(on.x);
  return on.y.reduce((sum, y, i) => sum + (y - (outputs[i] ?? 0)) ** 2, 0) / on.y.length;
}

function shareNearZero({ layers }: Regressor): number {
  const weights = layers[1]?.weights ?? new Float32Array(0);
  return weights.filter((weight) => Math.abs(weight) < 0.02).length / weights.length;
}

describe('the network that is held back', () => {
  const free = trained({ method: 'none', strength: 0 });

  it('knows its points by heart when it is free', () => {
    assert.ok(error(free, points) < 0.02);
  });

  for (const held of [
    { method: 'L2', strength: 0.01 },
    { method: 'L1', strength: 0.003 },
    { method: 'dropout', strength: 0.3 },
    { method: 'noise', strength: 0.12 },
  ] as const) {
    it(`does better on new points with ${held.method}, and worse on its own`, () => {
      const network = trained(held);
      assert.ok(error(network, fresh) < 0.85 * error(free, fresh));
      assert.ok(error(network, points) > error(free, points));
    });
  }

  it('has most of its weights near zero with L1', () => {
    assert.ok(shareNearZero(free) < 0.2);
    assert.ok(shareNearZero(trained({ method: 'L1', strength: 0.003 })) > 0.8);
  });

  it('replays the same steps', () => {
    const held = { method: 'dropout', strength: 0.3 } as const;
    assert.deepEqual(trained(held, 50).predict(fresh.x), trained(held, 50).predict(fresh.x));
  });
});
