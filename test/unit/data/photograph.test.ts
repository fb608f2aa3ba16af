import assert from 'node:assert/strict';
import { letters } from '../../../src/data/letters.ts';

const SIZE = 28;
const PIXELS = SIZE * SIZE;

describe('photographed letters', () => {
  const { images, labels } = letters({ count: 200, seed: 3, photographed: true });

  it('are the same for the same seed, and the first ones whatever the count', () => {
    const few = letters({ count: 20, seed: 3, photographed: true });
    assert.deepEqual(few.images, images.subarray(0, 20 * PIXELS));
    assert.deepEqual(few.labels, labels.subarray(0, 20));
  });

  it('are lighter than the paper about as often as darker, and noisy', () => {
    const sums = Array.from({ length: 200 }, (_, i) =>
      images.subarray(i * PIXELS, (i + 1) * PIXELS).reduce((sum, value) => sum + value, 0),
    );
    const light = sums.filter((sum) => sum > 0).length;
    assert.ok(light > 70 && light < 130, `${light} of 200 are light`);
    const corner = Array.from({ length: 200 }, (_, i) => images[i * PIXELS] ?? 0);
    const variance = corner.reduce((sum, value) => sum + value ** 2, 0) / 200;
    assert.ok(Math.abs(Math.sqrt(variance) - 0.2) < 0.05, `noise ${Math.sqrt(variance)}`);
  });
});
