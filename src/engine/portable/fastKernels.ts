/** Kernels of ours by name. Each says for which arguments it is right; the others go the stock way. */
import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';
import { filterGradient, inputGradient, isUsual } from './convolution.ts';
import { batchMatMul, fusedMatMul } from './matMul.ts';
import { segmentSum } from './segmentSum.ts';

interface Arguments {
  inputs: Record<string, tf.TensorInfo>;
  attrs: Record<string, unknown>;
  backend: PortableBackend;
}

/** Undefined where the kernel does not know how. */
export type FastKernel = (args: Arguments) => tf.TensorInfo | undefined;

export const fastKernels: Readonly<Record<string, FastKernel>> = {
  BatchMatMul({ inputs: { a, b }, attrs, backend }) {
    if (!isFloat(a) || !isFloat(b)) return undefined;
    return batchMatMul(backend, a, b, attrs as unknown as tf.BatchMatMulAttrs);
  },
  _FusedMatMul({ inputs, attrs, backend }) {
    const { a, b } = inputs;
    if (!isFloat(a) || !isFloat(b) || !(attrs.transposeA || attrs.transposeB)) return undefined;
    return fusedMatMul(backend, inputs, attrs as unknown as tf._FusedMatMulAttrs & typeof attrs);
  },
  Conv2DBackpropFilter({ inputs: { x, dy }, attrs, backend }) {
    const info = convInfo(attrs, x?.shape, attrs.filterShape);
    if (!isFloat(x) || !isFloat(dy) || !info) return undefined;
    return filterGradient(backend, x, dy, info);
  },
  Conv2DBackpropInput({ inputs: { dy, filter }, attrs, backend }) {
    const info = convInfo(attrs, attrs.inputShape, filter?.shape);
    if (!isFloat(dy) || !isFloat(filter) || !info) return undefined;
    return inputGradient(backend, dy, filter, info);
  },
  UnsortedSegmentSum({ inputs: { x, segmentIds }, attrs, backend }) {
    if (!isFloat(x) || segmentIds?.shape.length !== 1) return undefined;
    return segmentSum(backend, x, segmentIds, Number(attrs.numSegments));
  },
};

function isFloat(tensor: tf.TensorInfo | undefined): tensor is tf.TensorInfo {
  return tensor?.dtype === 'float32';
}

type Shape4D = [number, number, number, number];

function convInfo(
  { strides, pad, dimRoundingMode, dataFormat }: Record<string, unknown>,
  inputShape: unknown,
  filterShape: unknown,
): tf.backend_util.Conv2DInfo | undefined {
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as Shape4D,
    filterShape as Shape4D,
    strides as number,
    1,
    pad as number,
    dimRoundingMode as 'floor',
    false,
    tf.backend_util.convertConv2DDataFormat(dataFormat as 'NHWC'),
  );
  return isUsual(info) ? info : undefined;
}
