import * as tf from '../../../../src/engine/tf.ts';
import { assertNear, type Draw } from '../draw.ts';

type Shape4D = [number, number, number, number];
type Padding = 'same' | 'valid' | tf.backend_util.ExplicitPadding;

interface Convolution {
  format: 'NHWC' | 'NCHW';
  xShape: Shape4D;
  filterShape: Shape4D;
  outShape: number[];
  strides: [number, number];
  dilations: [number, number];
  pad: Padding;
}

/** A random convolution that gives something; `large` for one of several blocks, whose kernels share their work. */
function convolution(draw: Draw, large: boolean, dilated: boolean): Convolution {
  const format = draw.next() < 0.2 ? 'NCHW' : 'NHWC';
  const [most, channels] = large ? [24, 30] : [12, 9];
  const [images = 1, height = 1, width = 1] = [draw.integer(1, 4), ...draw.shape(2, 1, most)];
  const size: [number, number] = [draw.integer(1, 5), draw.integer(1, 4)];
  const filterShape: Shape4D = [...size, draw.integer(1, channels), draw.integer(1, channels)];
  const strides: [number, number] = dilated ? [1, 1] : [draw.integer(1, 3), draw.integer(1, 3)];
  const dilations: [number, number] = dilated ? [draw.integer(1, 3), draw.integer(1, 3)] : [1, 1];
  const xShape: Shape4D =
    format === 'NHWC'
      ? [images, height, width, filterShape[2]]
      : [images, filterShape[2], height, width];
  const pad = draw.pick(['same', 'valid', explicit(draw, size, format)] as const);
  const { outShape } = tf.backend_util.computeConv2DInfo(
    xShape,
    filterShape,
    strides,
    dilations,
    pad,
    undefined,
    false,
    tf.backend_util.convertConv2DDataFormat(format),
  );
  if (outShape.some((length) => length <= 0)) return convolution(draw, large, dilated);
  return { format, xShape, filterShape, outShape, strides, dilations, pad };
}

function explicit(draw: Draw, size: [number, number], format: 'NHWC' | 'NCHW') {
  const [y, x] = size.map((length): [number, number] => [
    draw.integer(0, length - 1),
    draw.integer(0, length - 1),
  ]) as [[number, number], [number, number]];
  const pad: tf.backend_util.ExplicitPadding =
    format === 'NHWC' ? [[0, 0], y, x, [0, 0]] : [[0, 0], [0, 0], y, x];
  return pad;
}

function forward(draw: Draw, made: Convolution): tf.Tensor[] {
  const x = draw.tensor(made.xShape) as tf.Tensor4D;
  const filter = draw.tensor(made.filterShape) as tf.Tensor4D;
  const bias = draw.tensor([made.filterShape[3]]);
  const { strides, pad, format, dilations } = made;
  return [
    tf.conv2d(x, filter, strides, pad, format, dilations),
    tf.fused.conv2d({
      ...{ x, filter, bias, strides, pad, dilations },
      dataFormat: format,
      activation: 'relu',
    }),
  ];
}

function gradients(draw: Draw, made: Convolution): tf.Tensor[] {
  const x = draw.tensor(made.xShape);
  const filter = draw.tensor(made.filterShape);
  const dy = draw.tensor(made.outShape);
  const attrs = { strides: made.strides, pad: made.pad, dataFormat: made.format };
  const run = (name: string, inputs: tf.NamedTensorMap, more: object) =>
    tf.engine().runKernel(name, inputs, { ...attrs, ...more }) as tf.Tensor;
  return [
    run('Conv2DBackpropInput', { dy, filter }, { inputShape: made.xShape }),
    run('Conv2DBackpropFilter', { x, dy }, { filterShape: made.filterShape }),
  ];
}

describe('convolutions on the portable engine', () => {
  const near = (seed: number, large: boolean, dilated: boolean, compute: typeof forward) =>
    assertNear(seed, 1e-5, (draw) => compute(draw, convolution(draw, large, dilated)));

  it('give what the CPU engine gives, whatever the sizes, strides, padding and format', async () => {
    for (let seed = 1; seed <= 60; seed++) await near(seed, false, false, forward);
  });

  it('give what the CPU engine gives with dilation', async () => {
    for (let seed = 1; seed <= 20; seed++) await near(seed, false, true, forward);
  });

  it('have the gradients that the CPU engine has', async () => {
    for (let seed = 1; seed <= 60; seed++) await near(seed, false, false, gradients);
  });

  it('are the same in several blocks, on two threads', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      await near(seed, true, false, forward);
      await near(seed, true, false, gradients);
    }
  });
});
