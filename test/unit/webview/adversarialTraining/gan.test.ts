import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import { Gan } from '../../../../walkthroughs/09-adversarial-training/figures/gan.ts';
import type { Rules } from '../../../../walkthroughs/09-adversarial-training/figures/rules.ts';

const shape = { noise: 2, values: 2, conditions: 3, hidden: [8, 6], end: 'linear' } as const;
const conditions = Float32Array.of(1, 0, 0, 0, 1, 0);
const noise = Float32Array.of(0.3, -0.8, 1.1, 0.2);

function lossOf(gan: Gan, values: Float32Array, loss: Rules['loss']): number {
  const opinions = gan.judge({ values, conditions, count: 2 });
  return opinions.reduce(
    (sum, d) => sum + (loss === 'saturating' ? Math.log(1 - d) : -Math.log(d)),
    0,
  );
}

describe('the figure’s GAN', () => {
  it('pulls each made point against the slope of its own loss', () => {
    for (const loss of ['saturating', 'non-saturating'] as const) {
      const gan = new Gan(shape, new Random(6));
      const made = gan.generate(noise, conditions);
      const pull = gan.pull(made, { loss });
      const step = 1e-3; // small, so that no ReLU changes sides on the way
      made.values.forEach((value, i) => {
        const at = (to: number) => lossOf(gan, made.values.with(i, to), loss);
        const slope = (at(value + step) - at(value - step)) / (2 * step);
        assert.ok(Math.abs(slope + (pull[i] ?? 0)) < 2e-3, `${loss} ${i}: ${slope}, ${pull[i]}`);
      });
    }
  });

  it('changes one player in its turn, and leaves the other as it is', () => {
    const gan = new Gan(shape, new Random(3));
    const weights = (player: Gan['generator']) => player.map(({ weights: all }) => [...all]);
    const rules: Rules = {
      optimizer: 'adam',
      rate: 0.01,
      beta1: 0,
      blur: 0,
      loss: 'non-saturating',
    };
    const [before, judge] = [weights(gan.generator), weights(gan.discriminator)];
    gan.trainGenerator(noise, conditions, rules, new Random(1));
    assert.deepEqual(weights(gan.discriminator), judge);
    assert.notDeepEqual(weights(gan.generator), before);
    const generator = weights(gan.generator);
    const made = gan.generate(noise, conditions);
    gan.trainDiscriminator(made, made, rules, new Random(1));
    assert.deepEqual(weights(gan.generator), generator);
    assert.notDeepEqual(weights(gan.discriminator), judge);
  });
});
