import assert from 'node:assert/strict';
import { showAudio } from '../../../src/api/showAudio.ts';
import { showCurve } from '../../../src/api/showCurve.ts';
import { showMatrix } from '../../../src/api/showMatrix.ts';
import { showPoints } from '../../../src/api/showPoints.ts';
import { showText } from '../../../src/api/showText.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { Recorder } from './recorder.ts';
import { keepsTensors } from './tensors.ts';

describe('showPoints, showMatrix, showCurve, showText, showAudio', () => {
  before(() => startEngine('portable'));
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  it('report points with their classes, without those that are not finite', async () => {
    const recorder = new Recorder();
    const points = tf.tensor2d([1, 2, Number.NaN, 4, 5, 6], [3, 2]);
    const classes = tf.tensor1d([7, 8, 9], 'int32');
    await keepsTensors(() => showPoints('latent', points, { classes }));
    const sample = recorder.last('points');
    assert.deepEqual(sample.points, [
      [1, 2],
      [5, 6],
    ]);
    assert.deepEqual(sample.classes, [7, 9]);
  });

  it('report a matrix with names of rows and columns', async () => {
    const recorder = new Recorder();
    const matrix = tf.tensor2d([
      [1, 2, 3],
      [4, 5, Number.POSITIVE_INFINITY],
    ]);
    await keepsTensors(() => showMatrix('confusion', matrix, { rows: ['a', 'b'] }));
    assert.deepEqual(recorder.last('matrix').values, [
      [1, 2, 3],
      [4, 5, 'Infinity'],
    ]);
    assert.deepEqual(recorder.last('matrix').rows, ['a', 'b']);
  });

  it('report one line or several over the same x', async () => {
    const recorder = new Recorder();
    const x = tf.tensor1d([0, 1]);
    await keepsTensors(() => showCurve('fit', x, { data: [2, 3], model: tf.keep(x) }));
    assert.deepEqual(recorder.last('curve').lines, { data: [2, 3], model: [0, 1] });
    showCurve('roc', [0, 1], new Float32Array([0, 1]), { xLabel: 'false positives' });
    assert.deepEqual(recorder.last('curve').lines, { roc: [0, 1] });
    assert.equal(recorder.last('curve').xLabel, 'false positives');
  });

  it('report texts, and sounds from −1 to 1', async () => {
    const recorder = new Recorder();
    showText('verse', 'Roses are');
    assert.equal(recorder.last('text').text, 'Roses are');
    const sound = tf.tensor1d([0, 2, -0.5]);
    await keepsTensors(() => showAudio('melody', sound, { sampleRate: 8000 }));
    assert.deepEqual([...recorder.last('audio').samples], [0, 1, -0.5]);
    assert.equal(recorder.last('audio').sampleRate, 8000);
  });

  it('say what was expected and what came', () => {
    new Recorder();
    const points = () => showPoints('p', [[1, 2, 3]]);
    assert.throws(points, /showPoints\('p', …\): expected shape \[n, 2\], got \[1, 3\]/);
    const classes = () => showPoints('p', [[1, 2]], { classes: [1, 2] });
    assert.throws(classes, /expected 1 classes, one a point, got 2/);
    assert.throws(() => showMatrix('m', [1, 2]), /expected shape \[rows, columns\].*got \[2\]/);
    const rows = () => showMatrix('m', [[1, 2]], { columns: ['a'] });
    assert.throws(rows, /expected 2 names of columns, got 1/);
    const line = () => showCurve('c', [1, 2], { a: [1] });
    assert.throws(line, /expected “a” to have 2 numbers, as many as x, got 1/);
    assert.throws(() => showText('t', 3 as never), /expected a text, got 3/);
    assert.throws(() => showAudio('s', [[1, 2]]), /expected shape \[n\], got \[1, 2\]/);
    const rate = () => showAudio('s', [1], { sampleRate: 1 });
    assert.throws(rate, /expected a sample rate from 1000 to 192000, got 1/);
    assert.throws(() => showText('', 'x'), /expected a name of 1 to 200 characters/);
  });
});
