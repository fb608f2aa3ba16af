import assert from 'node:assert/strict';
import * as tf from '../../../src/engine/tf.ts';
import { useReference, useVariant, variants } from './variants.ts';

/** Shifts each picture to the left by its own number of pixels. */
const shifts = [0, 1, 3];

/** Three pictures of 4 × 5 pixels. */
function pictures(): tf.Tensor4D {
  return tf.range(0, 60).reshape([3, 4, 5, 1]);
}

function shifted(images: tf.Tensor4D, by: number[]): tf.Tensor4D {
  const rows = by.map((left) => [1, 0, left, 0, 1, 0, 0, 0]);
  return tf.image.transform(images, tf.tensor2d(rows), 'nearest', 'constant', -1);
}

describe('tf.image.transform', () => {
  for (const build of variants) {
    it(`moves every picture of a batch (${build})`, async () => {
      await useReference();
      const expected = tf.tidy(() => {
        const single = shifts.map((left, i) => shifted(pictures().slice([i], [1]), [left]));
        return tf.concat(single).dataSync();
      });
      await useVariant(build);
      const before = tf.memory().numTensors;
      const actual = tf.tidy(() => shifted(pictures(), shifts).dataSync());
      assert.deepEqual(actual, expected);
      const alike = tf.tidy(() => shifted(pictures(), [2]).slice([2]).dataSync());
      assert.deepEqual([...alike.slice(0, 5)], [42, 43, 44, -1, -1]);
      assert.equal(tf.memory().numTensors, before);
    });
  }
});

describe('tf.multinomial', () => {
  const logits = () => tf.zeros<tf.Rank.R2>([4, 10]);

  it('draws other samples for each of equal rows, the same with the same seed', async () => {
    const backend = await useVariant('relaxed');
    const before = backend.numDataIds();
    const rows = tf.tidy(() => tf.multinomial(logits(), 30, 7).arraySync() as number[][]);
    const again = tf.tidy(() => tf.multinomial(logits(), 30, 7).arraySync());
    assert.deepEqual(again, rows);
    assert.equal(new Set(rows.map(String)).size, 4);
    assert.equal(backend.numDataIds(), before);
  });

  it('draws each outcome about as often as its probability says', async () => {
    await useVariant('relaxed');
    const p = [0.1, 0.2, 0.3, 0.4];
    const drawn = tf.tidy(() => {
      const rows = tf.tensor2d([p, p.toReversed()]);
      return tf.multinomial(rows, 20_000, 3, true).arraySync() as number[][];
    });
    for (const [row, expected] of [p, p.toReversed()].entries()) {
      for (const [outcome, probability] of expected.entries()) {
        const share = drawn[row]?.filter((each) => each === outcome).length ?? 0;
        assert.ok(Math.abs(share / 20_000 - probability) < 0.02, `${row} ${outcome} ${share}`);
      }
    }
  });
});
