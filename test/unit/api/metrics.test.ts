import assert from 'node:assert/strict';
import { digits } from '../../../src/api/data.ts';
import * as metrics from '../../../src/api/metrics/index.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { Recorder } from './recorder.ts';

describe('metrics', () => {
  before(() => startEngine('portable'));
  beforeEach(() => {
    new Recorder();
    tf.engine().startScope();
  });
  afterEach(() => tf.engine().endScope());

  it('find nothing between equal sets, and something where one is damaged', () => {
    const { images } = digits({ count: 100 });
    const faint = images.mul<tf.Tensor4D>(0.5);
    const [real, made] = [metrics.digitFeatures(images), metrics.digitFeatures(faint)];
    assert.deepEqual(real.shape, [100, 64]);
    assert.ok(metrics.fid(real, real) < 1e-6);
    assert.ok(metrics.fid(real, made) > 1);
    assert.ok(metrics.kid(real, made) > metrics.kid(real, real));
    assert.deepEqual(metrics.precisionRecall(real, real), { precision: 1, recall: 1 });
    assert.equal(metrics.densityCoverage(real, real).coverage, 1);
    const { mean } = metrics.inceptionScore(metrics.digitProbabilities(images), { splits: 2 });
    assert.ok(mean > 8 && mean <= 10, `${mean}`);
  });

  it('compare pictures of any of the usual shapes, one by one', () => {
    const { images } = digits({ count: 3 });
    const noisy = images.add(tf.randomUniform(images.shape, 0, 0.1, 'float32', 1));
    const [psnr, ssim] = [metrics.psnr(images, noisy), metrics.ssim(images, noisy)];
    assert.ok(psnr > 20 && psnr < 30 && ssim > 0.3 && ssim < 1, `${psnr} ${ssim}`);
    const flat = [images, noisy].map((each) => each.reshape([3, 784])) as [tf.Tensor, tf.Tensor];
    assert.equal(metrics.psnr(...flat), psnr);
    assert.equal(metrics.ssim(...flat), ssim);
    const map = metrics.similarityMap(images.slice(0, 1), noisy.slice(0, 1));
    assert.deepEqual([map.length, map[0]?.length], [18, 18]);
  });

  it('read labels and scores from tensors and arrays', () => {
    const labels = tf.tensor1d([1, 0, 1, 0], 'int32');
    assert.equal(metrics.rocAuc(labels, [[0.9], [0.1], [0.8], [0.3]]), 1);
    assert.equal(
      metrics.averagePrecision(labels, tf.tensor1d([4, 3, 2, 1])).toFixed(6),
      '0.833333',
    );
    assert.equal(metrics.rocCurve(labels, [4, 3, 2, 1]).thresholds.length, 5);
    assert.equal(metrics.precisionRecallCurve(labels, [4, 3, 2, 1]).recall.at(-1), 1);
    const named = [1, 0, 0, 0];
    assert.deepEqual(metrics.confusionMatrix(labels, named), [
      [2, 0],
      [1, 1],
    ]);
    assert.equal(metrics.classificationScores(labels, named).perClass[1]?.recall, 0.5);
  });

  it('say what they cannot measure', () => {
    const fails = (call: () => unknown, words: RegExp) =>
      assert.throws(
        call,
        (error: Error) => error.name === 'GenAI101Error' && words.test(error.message),
      );
    const small = tf.zeros([2, 8, 8, 1]);
    fails(() => metrics.digitFeatures(small), /28 × 28 pixels, got 8 × 8/);
    fails(() => metrics.digitProbabilities(tf.zeros([2, 28, 28, 3])), /\[2, 28, 28, 3\]/);
    fails(() => metrics.ssim(small, small), /metrics.ssim: SSIM looks at windows of 11 × 11/);
    fails(() => metrics.psnr(small, tf.zeros([3, 8, 8, 1])), /2 × 8 × 8 and 3 × 8 × 8/);
    fails(() => metrics.fid(tf.zeros([5, 4]), tf.zeros([5, 3])), /got 4 and 3/);
    fails(() => metrics.kid(tf.zeros([1, 4]), tf.zeros([5, 4])), /metrics.kid: .*two points/);
    fails(() => metrics.rocAuc([1, 1], [1, 2]), /metrics.rocAuc: both classes/);
    fails(() => metrics.confusionMatrix([[1, 2]], [1]), /one number for each, got \[1, 2\]/);
    fails(() => metrics.inceptionScore([[1, 0]], { splits: 2 }), /1 samples do not make 2 splits/);
  });
});
