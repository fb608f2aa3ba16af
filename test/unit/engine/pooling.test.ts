import * as tf from '../../../src/engine/tf.ts';
import { assertNear, type Draw } from './draw.ts';

interface Pooling {
  shape: number[];
  outShape: number[];
  attrs: {
    filterSize: [number, number];
    strides: [number, number];
    pad: 'same' | 'valid' | tf.backend_util.ExplicitPadding;
  };
}

/** A random pooling that gives something; every other one of windows side by side. */
function pooling(draw: Draw): Pooling {
  const shape = [draw.integer(1, 3), ...draw.shape(2, 1, 12), draw.integer(1, 9)];
  const filterSize: [number, number] = [draw.integer(1, 4), draw.integer(1, 4)];
  if (draw.next() < 0.5) filterSize.fill(2);
  const strides: [number, number] =
    draw.next() < 0.5 ? filterSize : [draw.integer(1, 3), draw.integer(1, 3)];
  const explicit: tf.backend_util.ExplicitPadding = [
    [0, 0],
    [0, 1],
    [1, 0],
    [0, 0],
  ];
  const pad = draw.pick(['same', 'valid', explicit] as const);
  const { outShape } = tf.backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
  );
  if (outShape.some((length) => length <= 0)) return pooling(draw);
  return { shape, outShape, attrs: { filterSize, strides, pad } };
}

/** Whole numbers, so that some are equal; now and then NaN and −∞. */
function image(draw: Draw, shape: number[]): tf.Tensor {
  const special = draw.next() < 0.3;
  const values = Array.from({ length: tf.util.sizeFromShape(shape) }, () => {
    if (special && draw.next() < 0.2) return draw.pick([Number.NaN, -Infinity, Infinity]);
    return draw.integer(-5, 5);
  });
  return tf.tensor(values, shape);
}

const run = (name: string, inputs: tf.NamedTensorMap, attrs: Pooling['attrs']) =>
  tf.engine().runKernel(name, inputs, attrs as unknown as tf.NamedAttrMap) as tf.Tensor;

describe('pooling on the portable engine', () => {
  it('finds the maximum and hands the gradient to it as the CPU engine does', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      await assertNear(seed, 1e-6, (draw) => {
        const { shape, outShape, attrs } = pooling(draw);
        const input = image(draw, shape);
        const output = run('MaxPool', { x: input }, attrs);
        const dy = draw.tensor(outShape);
        return [output, run('MaxPoolGrad', { dy, input, output }, attrs)];
      });
    }
  });

  // Where windows reach over the edge with padding 'same', the CPU engine's gradient is wrong: see images.test.ts.
  it('averages, and hands the gradient on, as the CPU engine does', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      await assertNear(seed, 1e-6, (draw) => {
        const { shape, outShape, attrs } = pooling(draw);
        const input = draw.tensor(shape);
        const dy = draw.tensor(outShape);
        const output = run('AvgPool', { x: input }, attrs);
        if (attrs.pad === 'same') return [output];
        return [output, run('AvgPoolGrad', { dy, input }, attrs)];
      });
    }
  });

  it('shares large images among threads', async () => {
    await assertNear(1, 1e-6, (draw) => {
      const attrs = { filterSize: [2, 2], strides: [2, 2], pad: 'same' } as Pooling['attrs'];
      const input = draw.tensor([6, 31, 32, 24]);
      const dy = draw.tensor([6, 16, 16, 24]);
      // Twice: of calls that can be shared the first is not.
      return [1, 2].flatMap(() => {
        const output = run('MaxPool', { x: input }, attrs);
        return [output, run('MaxPoolGrad', { dy, input, output }, attrs)];
      });
    });
  });
});
