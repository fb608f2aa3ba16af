/** Pooling in two dimensions, channels last, and its gradients. */
import * as tf from '../../tf.ts';
import {
  AVERAGE_POOL,
  AVERAGE_POOL_GRADIENT,
  MAX_POOL,
  MAX_POOL_GRADIENT,
} from '../assembly/kinds.ts';
import type { PortableBackend } from '../backend.ts';
import { axesOf2D, axesOf3D, dividedByCount } from './averagePoolGradient.ts';
import {
  type Call,
  isFloat,
  type Kernel,
  type KernelTable,
  sameShape,
  WORTH_SHARING,
} from './kernel.ts';

type Info = tf.backend_util.Conv2DInfo;

export const poolingKernels: KernelTable = {
  MaxPool: forward(MAX_POOL),
  AvgPool: forward(AVERAGE_POOL),
  MaxPoolGrad({ inputs: { dy, input }, attrs, backend }) {
    if (!isFloat(dy) || !isFloat(input)) return undefined;
    const info = describe(input.shape, attrs);
    return backward(backend, MAX_POOL_GRADIENT, info, dy, [input, dy]);
  },
  AvgPoolGrad: dividedByCount(averageGradient, (shape, attrs) => axesOf2D(describe(shape, attrs))),
  AvgPool3DGrad: dividedByCount(
    (call) => tf.getKernel('AvgPool3DGrad', 'cpu').kernelFunc(call as never) as tf.TensorInfo,
    (shape, attrs) => axesOf3D(describe3D(shape, attrs)),
  ),
};

/** Divides by the size of the window, wherever it lies. */
function averageGradient({
  inputs: { dy, input },
  attrs,
  backend,
}: Call): tf.TensorInfo | undefined {
  if (!isFloat(dy) || !isFloat(input)) return undefined;
  return backward(backend, AVERAGE_POOL_GRADIENT, describe(input.shape, attrs), dy, [dy]);
}

function forward(kind: number): Kernel {
  return ({ inputs: { x }, attrs, backend }) => {
    if (!isFloat(x)) return undefined;
    const info = describe(x.shape, attrs);
    if (isEmpty(info)) return undefined;
    if (info.filterHeight === 1 && info.filterWidth === 1 && sameShape(x.shape, info.outShape)) {
      return backend.share(x, x.shape);
    }
    const y = backend.make(info.outShape, 'float32');
    run(backend, kind, info, info.batchSize * info.outHeight, [x, y]);
    return y;
  };
}

/** @param from what the kernel reads */
function backward(
  backend: PortableBackend,
  kind: number,
  info: Info,
  dy: tf.TensorInfo,
  from: tf.TensorInfo[],
): tf.TensorInfo | undefined {
  if (isEmpty(info) || !sameShape(dy.shape, info.outShape)) return undefined;
  const dx = backend.make(info.inShape, 'float32');
  run(backend, kind, info, info.batchSize, [...from, dx]);
  return dx;
}

function run(
  backend: PortableBackend,
  kind: number,
  info: Info,
  units: number,
  tensors: tf.TensorInfo[],
): void {
  const work = tf.util.sizeFromShape(info.outShape) * info.filterHeight * info.filterWidth;
  backend.kernels.run(
    kind,
    units,
    Math.ceil((WORTH_SHARING * units) / work / 4),
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    ...tensors.map((tensor) => backend.address(tensor)),
  );
}

function describe(shape: number[], attrs: Call['attrs']): Info {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  return tf.backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize as number | [number, number],
    strides as number | [number, number],
    1,
    pad as 'same' | 'valid' | number | tf.backend_util.ExplicitPadding,
    dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
  );
}

function describe3D(shape: number[], attrs: Call['attrs']): tf.backend_util.Conv3DInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  return tf.backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    filterSize as number | [number, number, number],
    strides as number | [number, number, number],
    1,
    pad as 'same' | 'valid' | number,
    dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
  );
}

/** Of nothing the CPU kernel makes nothing. */
function isEmpty(info: Info): boolean {
  return [...info.inShape, ...info.outShape].includes(0);
}
