import * as tf from '../../../../src/engine/tf.ts';
import { assertNear, type Draw } from '../draw.ts';

type Quad = [number, number, number, number];

/** A random depthwise convolution that gives something. */
function convolution(draw: Draw, dilated: boolean) {
  const shape = [draw.integer(1, 3), ...draw.shape(2, 1, 12), draw.integer(1, 9)] as Quad;
  const filterShape = [draw.integer(1, 4), draw.integer(1, 4), shape[3], draw.pick([1, 1, 2, 3])];
  const strides: [number, number] = dilated ? [1, 1] : [draw.integer(1, 3), draw.integer(1, 3)];
  const dilations: [number, number] = dilated ? [draw.integer(1, 3), draw.integer(1, 3)] : [1, 1];
  const pad = draw.pick(['same', 'valid'] as const);
  const info = [shape, filterShape as Quad, strides, dilations, pad, undefined, true] as const;
  const { outShape } = tf.backend_util.computeConv2DInfo(...info);
  if (outShape.some((length) => length <= 0)) return convolution(draw, dilated);
  return { shape, filterShape, outShape, attrs: { strides, dilations, pad } };
}

const run = (name: string, inputs: tf.NamedTensorMap, attrs: object) =>
  tf.engine().runKernel(name, inputs, attrs as tf.NamedAttrMap) as tf.Tensor;

describe('depthwise convolutions on the portable engine', () => {
  it('give what the CPU engine gives', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      await assertNear(seed, 1e-5, (draw) => {
        const { shape, filterShape, outShape, attrs } = convolution(draw, seed % 3 === 0);
        const x = draw.tensor(shape);
        const filter = draw.tensor(filterShape);
        const bias = draw.tensor(outShape.slice(3));
        return [
          run('DepthwiseConv2dNative', { x, filter }, attrs),
          run('FusedDepthwiseConv2D', { x, filter, bias }, { ...attrs, activation: 'relu' }),
        ];
      });
    }
  });

  it('have the gradients that the CPU engine has', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      await assertNear(seed, 1e-5, (draw) => {
        const { shape, filterShape, outShape, attrs } = convolution(draw, false);
        const [x, filter, dy] = [shape, filterShape, outShape].map((lengths) =>
          draw.tensor(lengths),
        );
        return [
          run('DepthwiseConv2dNativeBackpropInput', { dy, filter } as tf.NamedTensorMap, {
            ...attrs,
            inputShape: shape,
          }),
          run('DepthwiseConv2dNativeBackpropFilter', { x, dy } as tf.NamedTensorMap, {
            ...attrs,
            filterShape,
          }),
        ];
      });
    }
  });
});
