/** Kernels of ours by name. Each says for which arguments it is right; the others go the stock way. */
import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';
import { filterGradient, inputGradient, isUsual } from './convolution.ts';
import { gatherRows } from './gather.ts';
import { batchMatMul, fusedMatMul } from './matMul.ts';
import { maxPoolGradient } from './maxPoolGradient.ts';
import { segmentSum } from './segmentSum.ts';
import { sameData } from './stock.ts';
import { type ReduceAttrs, sum } from './sum.ts';

interface Arguments {
  inputs: Record<string, tf.TensorInfo>;
  attrs: Record<string, unknown>;
  backend: PortableBackend;
}

/** Undefined where the kernel does not know how. */
export type FastKernel = (args: Arguments) => tf.TensorInfo | undefined;

export const fastKernels: Readonly<Record<string, FastKernel>> = {
  BatchMatMul({ inputs: { a, b }, attrs, backend }) {
    const sides = attrs as unknown as tf.BatchMatMulAttrs;
    if (!isFloat(a) || !isFloat(b) || !fits(a, b, sides)) return undefined;
    return batchMatMul(backend, a, b, sides);
  },
  _FusedMatMul({ inputs, attrs, backend }) {
    const { a, b, bias } = inputs;
    const sides = attrs as unknown as tf._FusedMatMulAttrs & typeof attrs;
    if (!(sides.transposeA || sides.transposeB) || bias?.shape.length !== 1) return undefined;
    if (!isFloat(a) || !isFloat(b) || !fits(a, b, sides)) return undefined;
    return fusedMatMul(backend, inputs, sides);
  },
  /** To the type it has already: the same numbers, not a copy of them. */
  Cast({ inputs: { x }, attrs: { dtype }, backend }) {
    return x?.dtype === dtype && x ? sameData(backend, x) : undefined;
  },
  Conv2DBackpropFilter({ inputs: { x, dy }, attrs, backend }) {
    const info = convInfo(attrs, x?.shape, attrs.filterShape);
    if (!isFloat(x) || !isFloat(dy) || !info || !isOutput(dy, info)) return undefined;
    return filterGradient(backend, x, dy, info);
  },
  Conv2DBackpropInput({ inputs: { dy, filter }, attrs, backend }) {
    const info = convInfo(attrs, attrs.inputShape, filter?.shape);
    if (!isFloat(dy) || !isFloat(filter) || !info || !isOutput(dy, info)) return undefined;
    return inputGradient(backend, dy, filter, info);
  },
  GatherV2({ inputs: { x, indices }, attrs: { axis, batchDims }, backend }) {
    const isPlain = axis === 0 && !batchDims && indices?.dtype === 'int32';
    return isPlain && isFloat(x) ? gatherRows(backend, x, indices) : undefined;
  },
  /** A clone shares its numbers; the stock kernel copies them. */
  Identity({ inputs: { x }, backend }) {
    return x && sameData(backend, x);
  },
  MaxPoolGrad({ inputs: { dy, input }, attrs, backend }) {
    if (!isFloat(dy) || !isFloat(input) || input.shape.length !== 4) return undefined;
    const info = tf.backend_util.computePool2DInfo(
      input.shape as Shape4D,
      attrs.filterSize as number,
      attrs.strides as number,
      1,
      attrs.pad as number,
      attrs.dimRoundingMode as 'floor',
    );
    return isOutput(dy, info) ? maxPoolGradient(backend, input, dy, info) : undefined;
  },
  Mean({ inputs: { x }, attrs, backend }) {
    return isFloat(x) ? sum(backend, x, attrs as unknown as ReduceAttrs, true) : undefined;
  },
  Sum({ inputs: { x }, attrs, backend }) {
    return isFloat(x) ? sum(backend, x, attrs as unknown as ReduceAttrs, false) : undefined;
  },
  UnsortedSegmentSum({ inputs: { x, segmentIds }, attrs, backend }) {
    if (!isFloat(x) || segmentIds?.shape.length !== 1) return undefined;
    return segmentSum(backend, x, segmentIds, Number(attrs.numSegments));
  },
};

function isFloat(tensor: tf.TensorInfo | undefined): tensor is tf.TensorInfo {
  return tensor?.dtype === 'float32';
}

/** True where the inner sizes are equal; where not, the stock kernel says so. */
function fits(a: tf.TensorInfo, b: tf.TensorInfo, sides: tf.BatchMatMulAttrs): boolean {
  if (a.shape.length < 2 || b.shape.length < 2) return false;
  return a.shape.at(sides.transposeA ? -2 : -1) === b.shape.at(sides.transposeB ? -1 : -2);
}

function isOutput({ shape }: tf.TensorInfo, { outShape }: tf.backend_util.Conv2DInfo): boolean {
  return String(shape) === String(outShape);
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
