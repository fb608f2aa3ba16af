import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { digits } from '../../../src/data/digits.ts';
import { letters } from '../../../src/data/letters.ts';

const SIZE = 28;

function image(images: Float32Array, i: number): Float32Array {
  return images.subarray(i * SIZE * SIZE, (i + 1) * SIZE * SIZE);
}

/** Mean position of the ink in pixels. */
function centre(pixels: Float32Array): [x: number, y: number] {
  let [x, y, mass] = [0, 0, 0];
  pixels.forEach((ink, i) => {
    x += ink * ((i % SIZE) + 0.5);
    y += ink * (Math.floor(i / SIZE) + 0.5);
    mass += ink;
  });
  return [x / mass, y / mass];
}

describe('digits', () => {
  it('draws the same pixels for the same seed, on every machine', () => {
    const { images, labels } = digits({ count: 200, seed: 7 });
    const bytes = Uint8Array.from(images, (grey) => Math.round(grey * 255));
    const hash = createHash('sha256').update(bytes).update(labels).digest('hex');
    assert.equal(hash.slice(0, 16), '1cfc75e0edb98653');
  });

  it('draws other pixels for another seed, also for its neighbour', () => {
    const one = digits({ count: 50, seed: 1 });
    const two = digits({ count: 50, seed: 2 });
    assert.notDeepEqual(one.labels, two.labels);
    assert.notDeepEqual(one.images, two.images);
  });

  it('begins alike whatever the count', () => {
    const few = digits({ count: 10, seed: 3 });
    const many = digits({ count: 30, seed: 3 });
    assert.deepEqual(many.images.slice(0, few.images.length), few.images);
    assert.deepEqual(many.labels.slice(0, 10), few.labels);
  });

  it('keeps every grey within 0 and 1 and uses both ends', () => {
    const { images } = digits({ count: 300, seed: 4 });
    assert.ok(images.every((grey) => grey >= 0 && grey <= 1));
    assert.ok(images.includes(0) && images.includes(1));
  });

  it('frames each digit: clear of the edge, the centre of mass in the middle', () => {
    const { images } = digits({ count: 500, seed: 5 });
    for (let i = 0; i < 500; i++) {
      const pixels = image(images, i);
      const [x, y] = centre(pixels);
      assert.ok(Math.hypot(x - 14, y - 14) < 2.5, `image ${i}: centre ${x}, ${y}`);
      const edge = pixels.filter((_, p) => p < SIZE || p >= SIZE * (SIZE - 1));
      assert.ok(
        edge.every((grey) => grey === 0),
        `image ${i} touches the edge`,
      );
    }
  });

  it('draws all classes about equally often, or those asked for', () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of digits({ count: 5000, seed: 6, size: 8 }).labels) {
      counts[label] = (counts[label] ?? 0) + 1;
    }
    assert.ok(
      counts.every((count) => count > 400 && count < 600),
      counts.join(', '),
    );
    const { labels } = digits({ count: 100, seed: 6, classes: [3, 8] });
    assert.deepEqual(new Set(labels), new Set([3, 8]));
  });

  it('draws 2,000 within 300 ms, so that training starts at once', () => {
    const times = Array.from({ length: 3 }, (_, seed) => {
      const start = process.cpuUsage();
      digits({ count: 2000, seed });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    assert.ok(Math.min(...times) < 300, times.join(', '));
  });

  it('scales with the size asked for', () => {
    const { images } = digits({ count: 4, seed: 8, size: 56 });
    assert.equal(images.length, 4 * 56 * 56);
  });

  it('draws every digit alike, but for the pen, where the variety is 0', () => {
    const { images } = digits({ count: 20, seed: 9, classes: [4], variety: 0 });
    const first = image(images, 0);
    const distances = Array.from({ length: 20 }, (_, i) =>
      image(images, i).reduce((sum, grey, p) => sum + (grey - (first[p] ?? 0)) ** 2, 0),
    );
    assert.ok(Math.max(...distances) < 40, distances.join(', '));
  });

  it('names a digit that does not exist, and a variety out of range', () => {
    assert.throws(() => digits({ count: 1, seed: 1, classes: [10] }), /no digit 10/);
    assert.throws(() => digits({ count: 1, seed: 1, variety: 2 }), /from 0 to 1/);
  });
});

describe('letters', () => {
  it('labels A to Z by 0 to 25', () => {
    const { labels } = letters({ count: 2000, seed: 1, size: 8 });
    assert.equal(new Set(labels).size, 26);
    assert.deepEqual(
      new Set(letters({ count: 50, seed: 1, classes: 'AZ' }).labels),
      new Set([0, 25]),
    );
  });

  it('says which letters there are', () => {
    assert.throws(() => letters({ count: 1, seed: 1, classes: 'aé' }), /A to Z/);
  });
});
