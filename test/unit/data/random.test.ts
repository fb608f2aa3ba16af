import assert from 'node:assert/strict';
import { Random } from '../../../src/data/random.ts';

function draw(count: number, next: () => number): number[] {
  return Array.from({ length: count }, next);
}

describe('Random', () => {
  it('is even over [0, 1)', () => {
    const random = new Random(1);
    const values = draw(20_000, () => random.next());
    const tenths = new Array<number>(10).fill(0);
    for (const value of values)
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    assert.ok(
      tenths.every((count) => Math.abs(count - 2000) < 200),
      tenths.join(', '),
    );
  });

  it('has the mean, spread and tails of a normal distribution', () => {
    const random = new Random(2);
    const values = draw(20_000, () => random.normal(3, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const beyond = values.filter((value) => Math.abs(value - 3) > 4).length / values.length;
    assert.ok(Math.abs(mean - 3) < 0.05 && Math.abs(Math.sqrt(variance) - 2) < 0.05);
    assert.ok(Math.abs(beyond - 0.0455) < 0.006, String(beyond));
  });

  it('gives unrelated streams to neighbouring seeds', () => {
    const [one, two] = [new Random(1), new Random(2)];
    const same = draw(1000, () => Number(Math.abs(one.next() - two.next()) < 0.01));
    assert.ok(same.reduce((sum, each) => sum + each, 0) < 50);
  });

  it('refuses to pick from nothing', () => {
    assert.throws(() => new Random(1).pick([]), RangeError);
  });
});
