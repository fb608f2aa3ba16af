import * as tf from '../../../src/engine/tf.ts';
import { assertNear, type Draw } from './draw.ts';

/** A random batch with what it is normalized by; sometimes without scale, without offset, or for each number apart. */
function normalized(draw: Draw): tf.Tensor {
  const x = draw.tensor(draw.shape(draw.integer(2, 4), 1, 9));
  const shape = draw.next() < 0.2 ? x.shape : x.shape.slice(-1);
  const [mean, offset, scale] = [draw.tensor(shape), draw.tensor(shape), draw.tensor(shape)];
  const variance = draw.tensor(shape).abs();
  const optional = (tensor: tf.Tensor) => (draw.next() < 0.3 ? undefined : tensor);
  return tf.batchNorm(x, mean, variance, optional(offset), optional(scale), 1e-3);
}

describe('batch normalization on the portable engine', () => {
  it('gives what the CPU engine gives', async () => {
    for (let seed = 1; seed <= 60; seed++) await assertNear(seed, 1e-5, normalized);
  });

  it('shares large batches among threads', async () => {
    await assertNear(1, 1e-5, (draw) => {
      const x = draw.tensor([40, 30, 10, 18]);
      const [mean, scale] = [draw.tensor([18]), draw.tensor([18])];
      // Twice: of calls that can be shared the first is not.
      return [1, 2].map(() => tf.batchNorm(x, mean, scale.abs(), mean, scale));
    });
  });
});
