import assert from 'node:assert/strict';
import {
  lossAt,
  type Place,
} from '../../../../walkthroughs/04-hyperparameter-tuning/figures/searchLab.ts';
import {
  diversity,
  generation,
  POPULATION,
} from '../../../../walkthroughs/04-hyperparameter-tuning/figures/swarmLab.ts';

const valley = { at: [0.7, 0.35] as Place, second: 1 };
const settings = { valley, parents: 6, mutation: 0.05, seed: 1 };
const best = (number: number) => lossAt(valley, generation(settings, number)[0] ?? [0, 0]);

describe('the swarm of a genetic search', () => {
  it('has the same generations for the same seed', () => {
    assert.deepEqual(generation(settings, 4), generation(settings, 4));
    assert.equal(generation(settings, 4).length, POPULATION);
  });

  it('never loses its best, and comes to the valley', () => {
    const losses = Array.from({ length: 12 }, (_, i) => best(i));
    assert.ok(losses.every((loss, i) => i === 0 || loss <= (losses[i - 1] ?? 0)));
    assert.ok(best(12) < 0.02, `${best(12)}`);
  });

  it('becomes alike, without mutation all the way', () => {
    const still = { ...settings, mutation: 0 };
    assert.ok(diversity(generation(still, 0)) > 0.2);
    assert.ok(diversity(generation(still, 25)) < 1e-9);
    assert.ok(diversity(generation(settings, 25)) > 0.01);
  });

  it('takes without mutation only values that it had at first', () => {
    const start = generation({ ...settings, mutation: 0 }, 0);
    for (const [x, y] of generation({ ...settings, mutation: 0 }, 9)) {
      assert.ok(start.some((place) => place[0] === x));
      assert.ok(start.some((place) => place[1] === y));
    }
  });
});
