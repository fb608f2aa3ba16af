import assert from 'node:assert/strict';
import {
  cloudOf,
  diversityOf,
  frechetDistance,
} from '../../../../walkthroughs/05-data-preprocessing/figures/frechet.ts';

const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a}, not ${b}`);

describe('the Fréchet distance of two clouds', () => {
  it('is 0 for a cloud and itself, and the squared step when the cloud is moved', () => {
    const cloud = cloudOf(Float32Array.from([0, 0, 2, 1, 1, 3, 4, 0]), 2);
    const moved = { ...cloud, mean: cloud.mean.map((value) => value + 3) };
    close(frechetDistance(cloud, cloud), 0);
    close(frechetDistance(cloud, moved), 18);
  });

  it('is Σ (σ − τ)² for clouds along the axes, worked by hand', () => {
    const along = (x: number, y: number) => ({
      mean: [0, 0],
      covariance: [
        [x, 0],
        [0, y],
      ],
    });
    close(frechetDistance(along(4, 9), along(1, 1)), (2 - 1) ** 2 + (3 - 1) ** 2);
  });

  it('gives a diversity of the mean squared distance of two points', () => {
    // 0 and 2: two draws are equal half of the time, else 4 apart when squared.
    close(diversityOf(cloudOf(Float32Array.from([0, 2]), 1)), 2);
  });
});
