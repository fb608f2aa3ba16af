import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import { energyDistance } from '../../../../src/webview/kit/maths/energyDistance.ts';
import {
  CLASSES,
  certainty,
  guidedWays,
  shareNamed,
  spread,
} from '../../../../walkthroughs/11-diffusion/figures/guidanceLab.ts';
import {
  cloud,
  guess,
  type Mixture,
  MOONS,
  type Point,
} from '../../../../walkthroughs/11-diffusion/figures/mixture.ts';
import { walk } from '../../../../walkthroughs/11-diffusion/figures/sampler.ts';
import { levelAt, ratio } from '../../../../walkthroughs/11-diffusion/figures/schedule.ts';
import { ways } from '../../../../walkthroughs/11-diffusion/figures/stepsLab.ts';

describe('the labs of chapter 11', () => {
  it('keep signal² + noise² at 1 in both schedules, and let the signal fall', () => {
    for (const schedule of ['cosine', 'linear'] as const) {
      const levels = Array.from({ length: 21 }, (_, i) => levelAt(i / 20, schedule));
      for (const { signal, noise } of levels)
        assert.ok(Math.abs(signal ** 2 + noise ** 2 - 1) < 1e-9);
      const ratios = levels.map(ratio);
      assert.deepEqual(
        ratios.toSorted((a, b) => b - a),
        ratios,
      );
      assert.ok((ratios.at(-1) ?? 1) < 0.002);
    }
  });

  it('guess the noise of a single Gaussian as its regression line does', () => {
    const single: Mixture = { centres: [[1, -2]], deviation: 0.5 };
    const level = levelAt(0.4);
    const variance = (0.5 * level.signal) ** 2 + level.noise ** 2;
    const { noise, clean } = guess(single, [0.3, 0.7], level);
    const wanted = (level.noise * (0.3 - level.signal)) / variance;
    assert.ok(Math.abs(noise[0] - wanted) < 1e-12);
    assert.ok(Math.abs(level.signal * clean[0] + level.noise * noise[0] - 0.3) < 1e-12);
  });

  it('guess the mean of all noise that can have led to a place: the mean squared error rises when it is changed', () => {
    const random = new Random(3);
    const level = levelAt(0.5);
    let [best, more] = [0, 0];
    for (const clean of cloud(MOONS, 4000, random)) {
      const noise: Point = [random.normal(), random.normal()];
      const x: Point = [
        level.signal * clean[0] + level.noise * noise[0],
        level.signal * clean[1] + level.noise * noise[1],
      ];
      const guessed = guess(MOONS, x, level).noise;
      best += (guessed[0] - noise[0]) ** 2 + (guessed[1] - noise[1]) ** 2;
      more += (1.1 * guessed[0] - noise[0]) ** 2 + (1.1 * guessed[1] - noise[1]) ** 2;
    }
    assert.ok(best < more, `${best}, ${more}`);
  });

  it('lead noise to the data, and DDIM in eight steps better than DDPM', () => {
    const data = cloud(MOONS, 400, new Random(5));
    const distance = (sampler: 'ddim' | 'ddpm', steps: number) =>
      energyDistance(
        ways(sampler, steps, 300, 2).map((way): Point => way.at(-1) ?? [9, 9]),
        data,
      );
    assert.ok(distance('ddim', 40) < 0.01);
    assert.ok(distance('ddpm', 40) < 0.015);
    assert.ok(distance('ddim', 8) < distance('ddpm', 8));
    assert.ok(distance('ddim', 1) > 0.1);
  });

  it('replay exactly: the same seed, the same way', () => {
    const options = { steps: 5, eta: 1, seed: 4 };
    const noise = (x: Point, level: ReturnType<typeof levelAt>) => guess(MOONS, x, level).noise;
    assert.deepEqual(walk(noise, options), walk(noise, options));
  });

  it('get surer of the class and narrower as guidance rises', () => {
    const [asked] = CLASSES;
    assert.ok(asked);
    const ends = (weight: number) =>
      guidedWays(asked, weight, { count: 80, steps: 16, seed: 1 }).map(
        (way): Point => way.at(-1) ?? [0, 0],
      );
    const [ignored, followed, strong] = [ends(0), ends(1), ends(4)];
    assert.ok(shareNamed(asked, ignored) < 0.5);
    assert.ok(shareNamed(asked, followed) > 0.9);
    assert.ok(spread(strong) < 0.6 * spread(followed));
    assert.ok(certainty(asked, [0, 1.2]) > 0.99);
  });
});
