/** Convolutions in two dimensions and their gradients. Filters: height × width × input channels × output channels. */
import type * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import { applyActivation, isActivation } from '../activation.ts';
import { type Call, isFloat, type KernelTable, sameShape } from '../kernel.ts';
import { blocksOfInput, blocksOfOutput } from './blocks.ts';
import { channelsFirst, withChannelsLast } from './channelsLast.ts';
import { type ConvInfo, describe, inputShape, isEmpty, outputShape } from './geometry.ts';
import { convolve, convolveBack, gradientOfFilter } from './run.ts';

/** Pixels of a block: few enough to stay in the cache while one panel of the filter after the other is used. */
const PIXELS = 512;
/** Pixels that a gradient of the filter sums up at a time: a packed panel of dy stays in the first-level cache. */
const SUMMED = 256;

export const conv2DKernels: KernelTable = {
  Conv2D: ({ inputs: { x, filter }, attrs, backend }) => forward(backend, x, filter, attrs),
  FusedConv2D({ inputs: { x, filter, bias }, attrs, backend }) {
    if (!isActivation(attrs.activation)) return undefined;
    return forward(backend, x, filter, attrs, bias);
  },
  Conv2DBackpropInput({ inputs: { dy, filter }, attrs, backend }) {
    if (!isFloat(dy) || !isFloat(filter)) return undefined;
    const info = describe(attrs.inputShape as number[], filter.shape, { ...attrs, dilations: 1 });
    const blocks = blocksOfInput(info, PIXELS);
    if (!blocks || isEmpty(info) || !sameShape(dy.shape, info.outShape)) return undefined;
    if (info.dataFormat === 'channelsLast') {
      return backend.defer(info.inShape, [dy, filter], (dx) =>
        convolveBack(backend, info, blocks, [dy, filter], dx),
      );
    }
    const dx = backend.make(inputShape(info), 'float32');
    withChannelsLast(backend, [dy], ([turned]) =>
      convolveBack(backend, info, blocks, [turned, filter], dx),
    );
    return channelsFirst(backend, dx);
  },
  Conv2DBackpropFilter({ inputs: { x, dy }, attrs, backend }) {
    if (!isFloat(x) || !isFloat(dy)) return undefined;
    const info = describe(x.shape, attrs.filterShape as number[], { ...attrs, dilations: 1 });
    const blocks = blocksOfOutput(info, SUMMED);
    if (!blocks || isEmpty(info) || !sameShape(dy.shape, info.outShape)) return undefined;
    const dw = backend.make(info.filterShape, 'float32');
    if (info.dataFormat === 'channelsLast') gradientOfFilter(backend, info, blocks, [x, dy], dw);
    else {
      withChannelsLast(backend, [x, dy], (turned) =>
        gradientOfFilter(backend, info, blocks, turned, dw),
      );
    }
    return dw;
  },
};

function forward(
  backend: PortableBackend,
  x: tf.TensorInfo | undefined,
  filter: tf.TensorInfo | undefined,
  attrs: Call['attrs'],
  bias?: tf.TensorInfo,
): tf.TensorInfo | undefined {
  if (!isFloat(x) || !isFloat(filter)) return undefined;
  const info = describe(x.shape, filter.shape, attrs);
  const blocks = blocksOfOutput(info, PIXELS);
  if (!blocks || isEmpty(info) || (bias && !isBias(bias, info))) return undefined;
  const y = backend.make(outputShape(info), 'float32');
  if (info.dataFormat === 'channelsLast') convolve(backend, info, blocks, [x, filter, bias], y);
  else {
    withChannelsLast(backend, [x], ([turned]) =>
      convolve(backend, info, blocks, [turned, filter, bias], y),
    );
  }
  applyActivation(backend, y, attrs);
  return info.dataFormat === 'channelsLast' ? y : channelsFirst(backend, y);
}

/** One number for each output channel. */
function isBias(bias: tf.TensorInfo, { outChannels }: ConvInfo): boolean {
  return isFloat(bias) && bias.shape.length === 1 && bias.shape[0] === outChannels;
}
