import assert from 'node:assert/strict';
import { Random } from '../../../src/data/random.ts';
import { NearestPicture } from '../../../src/webview/kit/nearestPicture.ts';

const PIXELS = 16;

describe('the nearest of many pictures', () => {
  const random = new Random(1);
  const pictures = (count: number) =>
    Float32Array.from({ length: count * PIXELS }, () => random.next());
  const images = pictures(200);
  const squares = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
  const at = (index: number) => images.subarray(index * PIXELS, (index + 1) * PIXELS);

  it('is the one that measuring all of them finds, just as far away', () => {
    const nearest = new NearestPicture(images, PIXELS);
    for (let i = 0; i < 50; i++) {
      const picture = pictures(1);
      const all = Array.from({ length: 200 }, (_, index) => squares(picture, at(index)));
      const least = Math.min(...all);
      assert.deepEqual(nearest.of(picture), { index: all.indexOf(least), squares: least });
    }
  });

  it('is a picture itself where it is among them', () => {
    assert.deepEqual(new NearestPicture(images, PIXELS).of(at(7)), { index: 7, squares: 0 });
  });
});
