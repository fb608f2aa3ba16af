/** Depthwise convolutions and their gradients. Filters: height × width × input channels × multiplier, channels last. */
import * as tf from '../../../tf.ts';
import {
  DEPTHWISE,
  DEPTHWISE_BACK,
  DEPTHWISE_GRADIENT_OF_FILTER,
  REPEAT_NUMBERS,
  SUM_RUNS,
} from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { applyActivation, isActivation } from '../activation.ts';
import { type Call, isFloat, type KernelTable, sameShape, WORTH_SHARING } from '../kernel.ts';
import { type ConvInfo, describe, geometry, isEmpty } from './geometry.ts';
import { addParts, PARTS } from './run.ts';

export const depthwiseKernels: KernelTable = {
  DepthwiseConv2dNative: ({ inputs: { x, filter }, attrs, backend }) =>
    forward(backend, x, filter, attrs),
  FusedDepthwiseConv2D({ inputs: { x, filter, bias }, attrs, backend }) {
    if (!isActivation(attrs.activation)) return undefined;
    return forward(backend, x, filter, attrs, bias);
  },
  DepthwiseConv2dNativeBackpropInput({ inputs: { dy, filter }, attrs, backend }) {
    if (!isFloat(dy) || !isFloat(filter)) return undefined;
    const info = describe(attrs.inputShape as number[], filter.shape, attrs, true);
    if (isDilated(info) || isEmpty(info) || !sameShape(dy.shape, info.outShape)) return undefined;
    return backend.defer(info.inShape, [dy, filter], (dx) => {
      const all = info.inChannels === info.outChannels ? dx : repeated(backend, info);
      const rows = info.batchSize * info.inHeight;
      run(backend, DEPTHWISE_BACK, info, rows, [dy, filter, all]);
      if (all === dx) return;
      times(backend, SUM_RUNS, info, all, dx);
      backend.free(all);
    });
  },
  DepthwiseConv2dNativeBackpropFilter({ inputs: { x, dy }, attrs, backend }) {
    if (!isFloat(x) || !isFloat(dy)) return undefined;
    const info = describe(x.shape, attrs.filterShape as number[], attrs, true);
    if (isDilated(info) || isEmpty(info) || !sameShape(dy.shape, info.outShape)) return undefined;
    const dw = backend.make(info.filterShape, 'float32');
    const all = repeat(backend, info, x);
    const parts = Math.min(PARTS, info.batchSize);
    addParts(backend, dw, parts, (sums) =>
      run(backend, DEPTHWISE_GRADIENT_OF_FILTER, info, parts, [all, dy, sums], parts),
    );
    backend.free(all);
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
  const { strides, dilations } = attrs as { strides: number; dilations?: number };
  if (!tf.backend_util.eitherStridesOrDilationsAreOne(strides, dilations ?? 1)) return undefined;
  const info = describe(x.shape, filter.shape, attrs, true);
  if (isEmpty(info) || (bias && !sameShape(bias.shape, [info.outChannels]))) return undefined;
  const y = backend.make(info.outShape, 'float32');
  const all = repeat(backend, info, x);
  const place = bias ? backend.address(bias) : 0;
  run(backend, DEPTHWISE, info, info.batchSize * info.outHeight, [all, filter, y], place);
  backend.free(all);
  applyActivation(backend, y, attrs);
  return y;
}

function run(
  backend: PortableBackend,
  kind: number,
  info: ConvInfo,
  units: number,
  tensors: tf.TensorInfo[],
  last = 0,
): void {
  const work = tf.util.sizeFromShape(info.outShape) * info.filterHeight * info.filterWidth;
  backend.kernels.run(
    kind,
    units,
    Math.ceil((WORTH_SHARING * units) / work / 4),
    ...geometry({ ...info, inChannels: info.outChannels }),
    ...tensors.map((tensor) => backend.address(tensor)),
    last,
  );
}

/** x with each channel as often as it has output channels; to be freed. */
function repeat(backend: PortableBackend, info: ConvInfo, x: tf.TensorInfo): tf.TensorInfo {
  if (info.inChannels === info.outChannels) return backend.share(x, x.shape);
  const all = repeated(backend, info);
  times(backend, REPEAT_NUMBERS, info, x, all);
  return all;
}

function repeated(backend: PortableBackend, info: ConvInfo): tf.TensorInfo {
  const shape = [info.batchSize, info.inHeight, info.inWidth, info.outChannels];
  return backend.make(shape, 'float32');
}

function times(
  backend: PortableBackend,
  kind: number,
  info: ConvInfo,
  from: tf.TensorInfo,
  to: tf.TensorInfo,
): void {
  const size = tf.util.sizeFromShape(info.inShape);
  const multiplier = info.outChannels / info.inChannels;
  backend.kernels.run(
    kind,
    Math.ceil(size / 16),
    Math.ceil(WORTH_SHARING / (16 * multiplier)),
    backend.address(from),
    backend.address(to),
    size,
    multiplier,
  );
}

/** TensorFlow.js has gradients without dilation only. */
function isDilated(info: ConvInfo): boolean {
  return info.dilationHeight !== 1 || info.dilationWidth !== 1;
}
