import assert from 'node:assert/strict';
import { patterns } from '../../../../src/data/patterns.ts';
import { ArtLab } from '../../../../walkthroughs/01-types-of-learning/figures/artLab.ts';

describe('the ornaments of the panel', function () {
  this.timeout(120_000);

  it('are the same for the same seed, and the first ones whatever the count', () => {
    const few = patterns({ count: 3, seed: 2, size: 14 });
    assert.deepEqual(patterns({ count: 5, seed: 2, size: 14 }).subarray(0, few.length), few);
    assert.ok(few.every((value) => value >= 0 && value <= 1));
    assert.notDeepEqual(patterns({ count: 3, seed: 3, size: 14 }), few);
  });

  it('are nearest to themselves', () => {
    const lab = new ArtLab();
    assert.deepEqual(lab.nearest(lab.known(7)), { index: 7, distance: 0 });
  });

  it('are copied at dial 0, and left further behind as it is turned up', () => {
    const lab = new ArtLab();
    for (let i = 0; i < 300; i++) lab.train();
    const [first, again] = lab.imagine(3, 0, 2, 1);
    assert.deepEqual(first, again);
    const curve = [0, 1, 3, 5, 8].map((source) => lab.curve(source));
    const at = (level: number) => curve.reduce((sum, each) => sum + (each[level] ?? 0), 0);
    assert.ok(at(2) > at(0), `${at(0)} → ${at(2)}`);
  });
});
