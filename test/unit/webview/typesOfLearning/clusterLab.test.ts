import assert from 'node:assert/strict';
import {
  elbow,
  inertia,
  type Point,
  run,
  somePoints,
  start,
  step,
} from '../../../../walkthroughs/01-types-of-learning/figures/clusterLab.ts';

const points = somePoints(3);

describe('k-means in the panel', () => {
  it('never raises the inertia, neither by assigning nor by updating', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      let now = start(points, 4, seed);
      let last = inertia(points, now);
      while (!now.done) {
        now = step(points, now);
        const next = inertia(points, now);
        assert.ok(next <= last + 1e-9, `seed ${seed}, half step ${now.steps}: ${last} → ${next}`);
        last = next;
      }
    }
  });

  it('replays the same steps from the same seed', () => {
    assert.deepEqual(run(points, 4, 7), run(points, 4, 7));
    assert.notDeepEqual(start(points, 4, 7).centroids, start(points, 4, 8).centroids);
  });

  it('puts each centroid on the mean of its points', () => {
    const square: Point[] = [
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ];
    assert.deepEqual(run(square, 1, 1).centroids, [[1, 1]]);
  });

  it('keeps a centroid that has no points where it is', () => {
    const same: Point[] = [
      [1, 1],
      [1, 1],
      [5, 5],
    ];
    const settled = run(same, 2, 1);
    assert.equal(settled.centroids.length, 2);
    assert.ok(settled.centroids.flat().every(Number.isFinite));
  });

  it('bends its elbow at the four groups that there are', () => {
    const curve = elbow(points);
    const drop = (k: number) => (curve[k - 2] ?? 0) - (curve[k - 1] ?? 0);
    assert.ok(drop(4) > 4 * drop(5), curve.map((value) => value.toFixed(0)).join(' '));
  });
});
