import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import {
  augment,
  exampleOf,
  grid,
  nameOf,
} from '../../../../walkthroughs/05-data-preprocessing/figures/augmentLab.ts';

const nothing = { turn: 0, shift: 0, zoom: 0, noise: 0, mirror: false };

describe('augmenting a picture', () => {
  it('leaves it as it is where nothing is asked for', () => {
    const six = exampleOf(6);
    augment(six, nothing, new Random(1)).forEach((value, i) => {
      assert.ok(Math.abs(value - (six[i] ?? 0)) < 1e-5);
    });
  });

  it('makes the same pictures for the same seed, each different from the others', () => {
    const recipe = { ...nothing, turn: 20, noise: 0.1 };
    const [first, second] = grid(3, recipe, 4, 2);
    assert.deepEqual(grid(3, recipe, 4, 2), [first, second]);
    assert.notDeepEqual(first, second);
  });

  it('mirrors left for right', () => {
    const seven = exampleOf(7);
    const pictures = grid(7, { ...nothing, mirror: true }, 1, 12);
    const mirrored = Float32Array.from(seven, (_, i) => seven[i - (i % 14) + 13 - (i % 14)] ?? 0);
    const isClose = (a: Float32Array, b: Float32Array) =>
      a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1e-5);
    assert.ok(pictures.some((picture) => isClose(picture, mirrored)));
    assert.ok(pictures.every((picture) => isClose(picture, mirrored) || isClose(picture, seven)));
  });

  it('keeps a 6 a 6 under small moves, and calls it something else upside down', () => {
    const small = grid(6, { ...nothing, turn: 15, shift: 1 }, 1, 24).map(nameOf);
    assert.ok(small.filter((name) => name === 6).length >= 22);
    assert.notEqual(nameOf(Float32Array.from(exampleOf(6)).reverse()), 6);
  });
});
