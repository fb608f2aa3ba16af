import assert from 'node:assert/strict';
import {
  circles,
  type LabelledPoints,
  moons,
  type PointsOptions,
  ring,
  spirals,
} from '../../../src/data/points.ts';

const shapes = { moons, circles, spirals, ring };

/** The share of points whose nearest neighbour among others is of their class. */
function shareOfKin({ points, labels }: LabelledPoints): number {
  const kin = [...labels].filter((label, i) => label === labels[nearest(points, i)]);
  return kin.length / labels.length;
}

function nearest(points: Float32Array, i: number): number {
  const away = (j: number) =>
    j === i ? Infinity : Math.hypot(difference(points, i, j, 0), difference(points, i, j, 1));
  const all = [...Array(points.length / 2).keys()];
  return all.reduce((best, j) => (away(j) < away(best) ? j : best), i === 0 ? 1 : 0);
}

function difference(points: Float32Array, i: number, j: number, axis: number): number {
  return (points[2 * i + axis] ?? 0) - (points[2 * j + axis] ?? 0);
}

for (const [name, make] of Object.entries<(options: PointsOptions) => LabelledPoints>(shapes)) {
  describe(`the points of ${name}`, () => {
    it('are about -1 to 1, around the origin, about as many of each class', () => {
      const { points, labels } = make({ count: 2000, seed: 1 });
      assert.ok(points.every((value) => Math.abs(value) < 1.35));
      const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
      assert.ok(Math.abs(mean) < 0.05, `${mean}`);
      const classes = [...new Set(labels)];
      for (const each of classes) {
        const share = labels.filter((label) => label === each).length / labels.length;
        assert.ok(Math.abs(share * classes.length - 1) < 0.2, `class ${each}: ${share}`);
      }
    });

    it('lie beside points of their own class', () => {
      assert.ok(shareOfKin(make({ count: 600, seed: 2 })) > 0.98);
    });

    it('are the same for the same seed, the first of them whatever the count', () => {
      const few = make({ count: 10, seed: 3 });
      assert.deepEqual(make({ count: 50, seed: 3 }).points.slice(0, 20), few.points);
      assert.notDeepEqual(make({ count: 10, seed: 4 }).points, few.points);
    });

    it('refuse negative noise', () => {
      assert.throws(() => make({ count: 2, seed: 1, noise: -1 }), RangeError);
    });
  });
}
