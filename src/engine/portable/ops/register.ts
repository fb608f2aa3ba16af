import { itemwiseKernels } from '../../itemwise.ts';
import * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';
import { batchNormKernels } from './batchNorm.ts';
import { conv2DKernels } from './convolution/conv2D.ts';
import { depthwiseKernels } from './convolution/depthwise.ts';
import { cropAndResizeKernels } from './cropAndResize.ts';
import { einsumKernels } from './einsum.ts';
import { addManyKernels } from './elementwise/addMany.ts';
import { binaryKernels } from './elementwise/binary.ts';
import { castKernels } from './elementwise/cast.ts';
import { derivativeKernels } from './elementwise/derivative.ts';
import { fillKernels } from './elementwise/fill.ts';
import { logicalKernels } from './elementwise/logical.ts';
import { spreadKernels } from './elementwise/spread.ts';
import { swishKernels } from './elementwise/swish.ts';
import { unaryKernels } from './elementwise/unary.ts';
import type { Kernel, KernelTable } from './kernel.ts';
import { matMulKernels } from './matMul.ts';
import { concatKernels } from './movement/concat.ts';
import { gatherKernels } from './movement/gather.ts';
import { oneHotKernels } from './movement/oneHot.ts';
import { padKernels } from './movement/pad.ts';
import { repeatKernels } from './movement/repeat.ts';
import { segmentKernels } from './movement/segments.ts';
import { sliceKernels } from './movement/slice.ts';
import { transposeKernels } from './movement/transpose.ts';
import { normalizeKernels } from './normalize.ts';
import { poolingKernels } from './pooling.ts';
import { reduceKernels } from './reduce/reduce.ts';
import { scanKernels } from './reduce/scans.ts';
import { softmaxKernels } from './reduce/softmax.ts';
import { resizeKernels } from './resize.ts';

const tables: readonly KernelTable[] = [
  matMulKernels,
  einsumKernels,
  castKernels,
  fillKernels,
  unaryKernels,
  binaryKernels,
  logicalKernels,
  addManyKernels,
  derivativeKernels,
  spreadKernels,
  swishKernels,
  // Moving numbers
  concatKernels,
  gatherKernels,
  oneHotKernels,
  padKernels,
  repeatKernels,
  segmentKernels,
  sliceKernels,
  transposeKernels,
  // Convolution, pooling, normalization
  conv2DKernels,
  depthwiseKernels,
  poolingKernels,
  batchNormKernels,
  normalizeKernels,
  // Reductions and softmax
  reduceKernels,
  scanKernels,
  softmaxKernels,
  // Images
  resizeKernels,
  cropAndResizeKernels,
  itemwiseKernels,
];

/** Gives the backend every kernel there is: ours where it knows how, else the CPU backend's on the same heap. */
export function registerKernels(backendName: string): void {
  const ours = new Map(tables.flatMap((table) => Object.entries(table)));
  for (const config of tf.getKernelsForBackend('cpu')) {
    const kernel = ours.get(config.kernelName);
    ours.delete(config.kernelName);
    const kernelFunc = kernel ? withStock(kernel, config.kernelFunc) : config.kernelFunc;
    tf.registerKernel({ ...config, backendName, kernelFunc });
  }
  for (const [kernelName, kernel] of ours) {
    tf.registerKernel({ kernelName, backendName, kernelFunc: withStock(kernel, missing) });
  }
}

function withStock(kernel: Kernel, stock: tf.KernelFunc): tf.KernelFunc {
  return (args) =>
    kernel({
      inputs: args.inputs as Record<string, tf.TensorInfo>,
      attrs: args.attrs ?? {},
      backend: args.backend as PortableBackend,
    }) ?? stock(args);
}

function missing(): never {
  throw new Error('A kernel of the portable engine was called with what it cannot take.');
}
