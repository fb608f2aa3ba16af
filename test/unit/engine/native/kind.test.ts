import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Kind, kindOf } from '../../../../src/engine/native/kind.ts';

const course = path.resolve(import.meta.dirname, '../../../../walkthroughs');

describe('the kind of model that a script seems to train', () => {
  const scripts: [Kind, string][] = [
    ['convolutional', 'tf.layers.conv2d({ filters: 8 })'],
    ['convolutional', 'const y = tf.conv2dTranspose(x, w, shape, 2, "same");'],
    ['convolutional', 'layers.maxPooling2d({ poolSize: 2 })'],
    ['recurrent', 'tf.layers.embedding({}); tf.layers.lstm({ units: 64 })'],
    ['recurrent', 'tf.layers.rnn({ cell: tf.layers.gruCell({ units: 8 }) })'],
    ['small', 'const scores = tf.softmax(q.matMul(k, false, true));'],
    ['small', 'tf.layers.dense({ units: 16 }); tf.layers.dense({ units: 1 })'],
    ['small', 'const hidden = 16;\ntf.layers.dense({ units: hidden })'],
    ['dense', 'const hidden = 256;\ntf.layers.dense({ units: hidden })'],
    ['dense', 'tf.layers.dense({ units: 784, activation: "sigmoid" })'],
    ['dense', 'const y = x.matMul(w);'],
  ];
  for (const [kind, script] of scripts) {
    it(`is ${kind} for ${script.replace('\n', ' ')}`, () => assert.equal(kindOf(script), kind));
  }

  it('does not take comments for code', () => {
    const script = `
/** Without a conv2d(…) or an lstm(…). */
const address = 'https://example.test/conv2d()'; // gru(1)
tf.layers.dense({ units: 200 });`;
    assert.equal(kindOf(script), 'convolutional', 'an address in a text is no comment');
    assert.equal(kindOf(script.replace('conv2d()', '')), 'dense');
  });

  it('is dense for the course’s autoencoder', () => {
    const script = readFileSync(path.join(course, '08-autoencoders/autoencoder.ts'), 'utf8');
    assert.equal(kindOf(script), 'dense');
  });
});
