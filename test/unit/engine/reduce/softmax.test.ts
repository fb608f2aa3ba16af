import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertNear, type Draw } from '../draw.ts';
import { useVariant } from '../variants.ts';

function logits(draw: Draw): tf.Tensor {
  return draw.tensor(draw.shape(draw.integer(1, 3), 1, draw.pick([4, 9, 70]))).mul(20);
}

/** Some of the numbers of x put in the place of others. */
function spoilt(draw: Draw, x: tf.Tensor, by: number[]): tf.Tensor {
  const values = x.dataSync().map((value) => (draw.next() < 0.1 ? draw.pick(by) : value));
  return tf.tensor(values, x.shape);
}

const { NaN: gap, POSITIVE_INFINITY: infinity, NEGATIVE_INFINITY: masked } = Number;

describe('softmax on the portable engine', () => {
  it('gives what the CPU engine gives', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      await assertNear(seed, 1e-6, (draw) => tf.softmax(logits(draw)));
    }
  });

  it('gives what the CPU engine gives for masked numbers, NaN and infinity', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      await assertNear(seed, 1e-6, (draw) => {
        const x = logits(draw);
        return [spoilt(draw, x, [masked, -1e9]), spoilt(draw, x, [gap, infinity])].map((y) =>
          tf.softmax(y),
        );
      });
    }
  });

  it('has the gradient that the CPU engine computes, of first and second order', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await assertNear(seed, 2e-6, (draw) => {
        const x = logits(draw).div(10) as tf.Tensor;
        const weights = draw.tensor(x.shape);
        const gradient = tf.grad((y: tf.Tensor) => tf.softmax(y).mul(weights).sum());
        const second = tf.grad((y: tf.Tensor) => gradient(y).square().sum());
        return [gradient(x), second(x)];
      });
    }
  });

  it('computes the gradient in one step', async () => {
    await useVariant('plain');
    const x = tf.ones([2, 3]);
    const gradient = tf.grad((y: tf.Tensor) => tf.softmax(y));
    const { kernelNames } = await tf.profile(() => gradient(x));
    assert.ok(kernelNames.includes('SoftmaxGrad'));
    x.dispose();
  });

  it('loses no digits in long rows', async () => {
    await useVariant('plain');
    const [first = 0] = tf.tidy(() => tf.softmax(tf.zeros([1, 1_000_000])).dataSync());
    assert.ok(Math.abs(first / 1e-6 - 1) < 1e-6);
  });
});
