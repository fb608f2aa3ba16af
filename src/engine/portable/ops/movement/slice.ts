/** Parts of tensors. */
import * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import type { Call, KernelTable } from '../kernel.ts';
import { arranged, type HeapTensor, isOnHeap, stepsOf } from './layout.ts';

export const sliceKernels: KernelTable = {
  Slice({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    return slice(backend, x, attrs.begin as number[], attrs.size as number[]);
  },
  StridedSlice({ inputs: { x }, attrs, backend }) {
    return isOnHeap(x) ? stridedSlice(backend, x, attrs) : undefined;
  },
  SplitV({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    const axis = tf.util.parseAxisParam(attrs.axis as number, x.shape)[0] ?? 0;
    const numOrSizes = attrs.numOrSizeSplits as number | number[];
    return parts(backend, x, axis, tf.backend_util.prepareSplitSize(x, numOrSizes, axis));
  },
  Unpack({ inputs: { value }, attrs, backend }) {
    if (!isOnHeap(value)) return undefined;
    const rank = value.shape.length;
    const axis = (attrs.axis as number) < 0 ? (attrs.axis as number) + rank : Number(attrs.axis);
    const sizes = new Array<number>(value.shape[axis] ?? 0).fill(1);
    const shape = value.shape.filter((_, i) => i !== axis);
    return parts(backend, value, axis, sizes)?.map((part) => ({ ...part, shape }));
  },
};

/**
 * @returns undefined when there are too many dimensions
 * @throws when the part does not lie within x
 */
export function slice(
  backend: PortableBackend,
  x: HeapTensor,
  begin: number | number[],
  size: number | number[],
): tf.TensorInfo | undefined {
  const [first, shape] = tf.slice_util.parseSliceParams(x, begin, size) as [number[], number[]];
  tf.slice_util.assertParamsValid(x, first, shape);
  return part(backend, x, first, shape, stepsOf(x.shape));
}

function part(
  backend: PortableBackend,
  x: HeapTensor,
  begin: readonly number[],
  shape: number[],
  from: readonly number[],
): tf.TensorInfo | undefined {
  const fromStart = begin.reduce((sum, index, i) => sum + index * (from[i] ?? 0), 0);
  return arranged(backend, x, shape, { shape, from, fromStart });
}

function stridedSlice(
  backend: PortableBackend,
  x: HeapTensor,
  attrs: Call['attrs'],
): tf.TensorInfo | undefined {
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } =
    attrs as unknown as tf.StridedSliceAttrs;
  const info = tf.slice_util.sliceInfo(
    x.shape,
    begin,
    end,
    strides,
    beginMask,
    endMask,
    ellipsisMask,
    newAxisMask,
    shrinkAxisMask,
  );
  if (info.isIdentity) return backend.share(x, info.finalShape);
  if (info.sliceDim0 || info.isSimpleSlice) {
    const size = tf.slice_util.computeOutShape(info.begin, info.end, info.strides);
    const out = slice(backend, x, info.begin, size);
    return out && { ...out, shape: info.finalShape };
  }
  if (!within(x.shape, info)) return undefined;
  const steps = stepsOf(x.shape);
  const fromStart = info.begin.reduce((sum, index, i) => sum + index * (steps[i] ?? 0), 0);
  const from = steps.map((step, i) => step * (info.strides[i] ?? 1));
  return arranged(backend, x, info.finalShape, { shape: info.finalShapeSparse, from, fromStart });
}

/** False for what the CPU kernel throws at. */
function within(
  shape: readonly number[],
  { begin, strides, finalShapeSparse }: ReturnType<typeof tf.slice_util.sliceInfo>,
): boolean {
  if (finalShapeSparse.length !== shape.length) return false;
  if (finalShapeSparse.includes(0)) return true;
  return shape.every((size, i) => {
    const first = begin[i] ?? 0;
    const last = first + ((finalShapeSparse[i] ?? 1) - 1) * (strides[i] ?? 1);
    return first >= 0 && first < size && last >= 0 && last < size;
  });
}

/** Cuts x along an axis into parts of the given sizes. */
function parts(
  backend: PortableBackend,
  x: HeapTensor,
  axis: number,
  sizes: readonly number[],
): tf.TensorInfo[] | undefined {
  const steps = stepsOf(x.shape);
  const begin = x.shape.map(() => 0);
  const made: tf.TensorInfo[] = [];
  for (const size of sizes) {
    const shape = x.shape.with(axis, size);
    const one = part(backend, x, begin, shape, steps);
    // Too many dimensions; then none of the parts can be had.
    if (!one) return undefined;
    made.push(one);
    begin[axis] = (begin[axis] ?? 0) + size;
  }
  return made;
}
