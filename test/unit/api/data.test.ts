import assert from 'node:assert/strict';
import { digits, names, ring, spirals, verses } from '../../../src/api/data.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { Recorder } from './recorder.ts';

describe('data.digits', () => {
  before(() => startEngine('portable'));
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  it('gives pictures from 0 to 1 with their labels, as tensors', () => {
    new Recorder();
    const { images, labels } = digits({ count: 40, classes: [3, 5] });
    assert.deepEqual(images.shape, [40, 28, 28, 1]);
    assert.deepEqual([labels.shape, labels.dtype], [[40], 'int32']);
    assert.deepEqual([...new Set(labels.dataSync())].sort(), [3, 5]);
    assert.equal(images.min().dataSync()[0], 0);
    assert.equal(images.max().dataSync()[0], 1);
  });

  it('draws the same pictures for the same seed, others for another', () => {
    new Recorder();
    const first = digits({ count: 3 }).images.dataSync();
    assert.deepEqual(digits({ count: 3, seed: 1 }).images.dataSync(), first);
    assert.notDeepEqual(digits({ count: 3, seed: 2 }).images.dataSync(), first);
  });

  it('says what is wrong with its options', () => {
    new Recorder();
    assert.throws(() => digits({ count: 0 }), /expected count to be a whole number above 0, got 0/);
    assert.throws(() => digits({ count: 2, classes: [12] }), /GenAI101Error: data.digits: .*12/);
  });
});

describe('data.spirals and its like', () => {
  before(() => startEngine('portable'));
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  it('give points with their labels, as tensors, by the seed of the run', () => {
    new Recorder();
    const { points, labels } = spirals({ count: 30 });
    assert.deepEqual([points.shape, points.dtype], [[30, 2], 'float32']);
    assert.deepEqual([labels.shape, labels.dtype], [[30], 'int32']);
    assert.deepEqual(spirals({ count: 30, seed: 1 }).points.dataSync(), points.dataSync());
  });

  it('say what is wrong with their options', () => {
    new Recorder();
    assert.throws(() => spirals({ count: 2, noise: -1 }), /GenAI101Error: data.spirals: .*-1/);
    assert.throws(() => ring({ count: 2, modes: 0.5 }), /expected modes to be a whole number/);
    assert.throws(() => names({ count: 20_000 }), /GenAI101Error: data.names: .*20000/);
    assert.throws(() => verses({ count: 30_000 }), /GenAI101Error: data.verses: .*30000/);
  });
});
