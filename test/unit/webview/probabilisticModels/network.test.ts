import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import {
  drawMorning,
  estimate,
  network,
  posterior,
  probability,
} from '../../../../walkthroughs/07-probabilistic-models/figures/networkLab.ts';

/** By adding up all combinations. */
function enumerated(asked: string, seen: Record<string, number>): number {
  let [yes, all] = [0, 0];
  for (let code = 0; code < 2 ** network.length; code++) {
    const values = Object.fromEntries(network.map(({ name }, i) => [name, (code >> i) & 1]));
    if (Object.entries(seen).some(([name, value]) => values[name] !== value)) continue;
    const joint = network.reduce((product, each) => product * probability(each, values), 1);
    all += joint;
    if (values[asked] === 1) yes += joint;
  }
  return yes / all;
}

describe('the Bayesian network of the panel', () => {
  const cases: Record<string, number>[] = [
    {},
    { late: 1 },
    { late: 1, overslept: 1 },
    { umbrella: 0, jam: 1, strike: 0 },
  ];

  it('answers by elimination as by writing everything out', () => {
    for (const seen of cases) {
      for (const { name } of network) {
        assert.ok(Math.abs(posterior(name, seen) - enumerated(name, seen)) < 1e-12, name);
      }
    }
  });

  it('closes in on the answer by weighted samples', () => {
    const random = new Random(1);
    const seen = { late: 1, umbrella: 0 };
    const mornings = Array.from({ length: 20_000 }, () => drawMorning(seen, random));
    assert.ok(Math.abs(estimate('jam', mornings) - posterior('jam', seen)) < 0.02);
  });
});
