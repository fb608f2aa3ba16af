import assert from 'node:assert/strict';
import {
  PerceptronModel,
  type Shape,
} from '../../../../walkthroughs/02-neural-networks/figures/perceptronModel.ts';

const shape: Shape = { data: 'spirals', layers: 2, units: 6, activation: 'relu' };

function train(model: PerceptronModel, steps: number): void {
  for (let step = 0; step < steps; step++) model.learn();
}

describe('the perceptron figure’s network', () => {
  it('parts the spirals, and cannot without an activation', () => {
    const bent = new PerceptronModel(shape, 0.01);
    train(bent, 2000);
    assert.ok(bent.testAccuracy() > 0.97, String(bent.testAccuracy()));
    const straight = new PerceptronModel({ ...shape, activation: 'linear' }, 0.01);
    train(straight, 1000);
    assert.ok(straight.testAccuracy() < 0.85, String(straight.testAccuracy()));
  });

  it('replays the same losses after a reset', () => {
    const model = new PerceptronModel(shape, 0.01);
    train(model, 20);
    const first = model.losses;
    model.begin();
    assert.deepEqual(model.losses, { xs: [], ys: [] });
    train(model, 20);
    assert.deepEqual(model.losses, first);
  });
});
