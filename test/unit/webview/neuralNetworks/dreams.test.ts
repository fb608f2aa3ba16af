import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import {
  frame,
  roughness,
  roughnessSlope,
  soften,
} from '../../../../walkthroughs/02-neural-networks/figures/dreamMaths.ts';
import {
  CLASSES,
  DreamModel,
  likeliest,
  row,
} from '../../../../walkthroughs/02-neural-networks/figures/dreamModel.ts';

const SIDE = 14;

function noise(seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: SIDE * SIDE }, () => random.next());
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

describe('dreamed pictures', function () {
  this.timeout(60_000);

  it('are framed and softened by maps that are their own transposes, as the way back takes for granted', () => {
    const [a, b] = [noise(1), noise(2)];
    for (const map of [frame, soften]) {
      assert.ok(Math.abs(dot(map(a, SIDE), b) - dot(a, map(b, SIDE))) < 1e-3);
    }
  });

  it('pay for roughness along its derivative', () => {
    const picture = noise(3);
    const slope = roughnessSlope(picture, SIDE);
    const h = 1e-3;
    for (const i of [0, 13, 60, 195]) {
      const moved = picture.slice();
      moved[i] = (moved[i] ?? 0) + h;
      const found = (roughness(moved, SIDE) - roughness(picture, SIDE)) / h;
      assert.ok(Math.abs(found - (slope[i] ?? 0)) < 0.05, `${i}: ${found}, not ${slope[i]}`);
    }
  });

  it('become what the classifier takes for the digits asked for', () => {
    const model = new DreamModel(1, 0.6);
    for (let step = 0; step < 500; step++) model.learn();
    assert.ok(model.testAccuracy() > 0.85, String(model.testAccuracy()));
    for (let step = 0; step < 60; step++) model.dream(0.01);
    const odds = model.odds();
    for (let digit = 0; digit < CLASSES; digit++) {
      assert.equal(likeliest(row(odds, digit)), digit);
      assert.ok((row(odds, digit)[digit] ?? 0) > 0.6);
    }
  });

  it('leave the weights alone, and are the same for the same seed', () => {
    const [first, second] = [new DreamModel(1, 0.6), new DreamModel(1, 0.6)];
    first.learn();
    second.learn();
    const accuracy = first.testAccuracy();
    for (let step = 0; step < 5; step++) first.dream(0);
    assert.equal(first.testAccuracy(), accuracy);
    for (let step = 0; step < 5; step++) second.dream(0);
    assert.deepEqual(first.pictures(), second.pictures());
  });
});
