import assert from 'node:assert/strict';
import { log } from '../../../src/api/log.ts';
import { showImages } from '../../../src/api/showImages.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { Recorder } from './recorder.ts';
import { keepsTensors } from './tensors.ts';

describe('showImages', () => {
  before(() => startEngine('portable'));
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  it('lays pictures out row by row and fills the last row with black', async () => {
    const recorder = new Recorder();
    const images = tf.tensor3d([[[0.2, 0.4]], [[0.6, 0.8]], [[1, 1]]]); // three of 1 × 2 pixels
    await keepsTensors(() => showImages('pair', images, { columns: 2, labels: [3, 'b', 'c'] }));
    const { width, height, columns, count, channels, labels, pixels } = recorder.last('images');
    assert.deepEqual([width, height, columns, count, channels], [2, 1, 2, 3, 1]);
    assert.deepEqual(labels, ['3', 'b', 'c']);
    assert.deepEqual([...pixels], [51, 102, 153, 204, 255, 255, 0, 0]);
    assert.equal(images.isDisposed, false);
  });

  it('keeps the rows of a picture together when pictures stand side by side', () => {
    const recorder = new Recorder();
    const images = tf.tensor3d([0, 1, 2, 3, 4, 5, 6, 7], [2, 2, 2], 'int32');
    showImages('squares', images, { columns: 2 });
    assert.deepEqual([...recorder.last('images').pixels], [0, 1, 4, 5, 2, 3, 6, 7]);
  });

  it('clips floats to 0…1, or to the range given; takes integers as they are; NaN is black', () => {
    const recorder = new Recorder();
    showImages('a', [[[-1, 0, 0.5, 1, 9, Number.NaN]]]);
    assert.deepEqual([...recorder.last('images').pixels], [0, 0, 128, 255, 255, 0]);
    showImages('b', [[[-1, 0, 1]]], { range: [-1, 1] });
    assert.deepEqual([...recorder.last('images').pixels], [0, 128, 255]);
    showImages('c', tf.tensor3d([[[-5, 7, 300]]], [1, 1, 3], 'int32'));
    assert.deepEqual([...recorder.last('images').pixels], [0, 7, 255]);
  });

  for (const [shape, expected] of [
    [[5, 16], { count: 5, width: 4, height: 4, channels: 1 }],
    [[2, 3, 5], { count: 2, width: 5, height: 3, channels: 1 }],
    [[6, 7, 3], { count: 1, width: 7, height: 6, channels: 3 }],
    [[2, 3, 5, 4], { count: 2, width: 5, height: 3, channels: 4 }],
  ] as const) {
    it(`reads the shape [${shape}]`, () => {
      const recorder = new Recorder();
      showImages('any', tf.zeros([...shape]));
      const { count, width, height, channels } = recorder.last('images');
      assert.deepEqual({ count, width, height, channels }, expected);
    });
  }

  it('takes the step of the last log, and never the same step twice', async () => {
    const recorder = new Recorder();
    const image = tf.zeros([1, 2, 2]);
    showImages('x', image);
    showImages('x', image);
    await log({ loss: 1 }, 30);
    showImages('x', image);
    showImages('y', image);
    showImages('x', image);
    showImages('x', image, { step: 500 });
    assert.deepEqual(
      recorder.samples.map(({ name, step }) => `${name}${step}`),
      ['x0', 'x1', 'x30', 'y30', 'x31', 'x500'],
    );
  });

  it('says what was expected and what came', () => {
    new Recorder();
    const wrong = (images: unknown, options = {}) => {
      try {
        showImages('samples', images as tf.Tensor, options);
      } catch (error) {
        return String(error);
      }
      return 'nothing';
    };
    const shapes = '[batch, height, width] or [batch, height, width, channels]';
    const start = "GenAI101Error: showImages('samples', …): expected";
    assert.equal(wrong(tf.zeros([28])), `${start} shape ${shapes}, got [28].`);
    assert.equal(wrong(tf.zeros([2, 4, 4, 2])), `${start} shape ${shapes}, got [2, 4, 4, 2].`);
    assert.equal(wrong(tf.zeros([0, 4, 4])), `${start} shape ${shapes}, got [0, 4, 4].`);
    assert.equal(wrong(3), `${start} a tensor or an array of numbers as images, got 3.`);
    assert.match(wrong([[1, 2], [3]]), /in rows of equal length, got an array of 2\.$/);
    assert.equal(
      wrong(tf.zeros([3, 2, 2]), { labels: [1, 2] }),
      `${start} 3 labels, one a picture, got 2.`,
    );
    assert.match(wrong(tf.zeros([3, 2, 2]), { columns: 0 }), /columns to be 1 or more, got 0\.$/);
    const gone = tf.zeros([1, 2, 2]);
    gone.dispose();
    assert.match(wrong(gone), /the tensor passed as images is disposed already\.$/);
  });
});
