/** Transpositions, and what is one: blocks of space to batches or channels and back. */
import * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import type { KernelTable } from '../kernel.ts';
import { arranged, type HeapTensor, isOnHeap, stepsOf } from './layout.ts';
import { pad } from './pad.ts';
import { slice } from './slice.ts';

export const transposeKernels: KernelTable = {
  Transpose({ inputs: { x }, attrs, backend }) {
    return isOnHeap(x) ? transpose(backend, x, attrs.perm as number[]) : undefined;
  },
  SpaceToBatchND({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    const blockShape = attrs.blockShape as number[];
    const paddings = attrs.paddings as [number, number][];
    const after = x.shape.slice(1 + blockShape.length).map((): [number, number] => [0, 0]);
    const padded = pad(backend, x, [[0, 0], ...paddings, ...after], 0);
    if (!padded) return undefined;
    const parts = padded.shape.flatMap((size, i) => {
      const block = i > 0 ? blockShape[i - 1] : undefined;
      return block === undefined ? [size] : [size / block, block];
    });
    const { getPermuted, getReshapedPermuted } = tf.backend_util;
    const blocks = tf.util.sizeFromShape(blockShape);
    const shape = getReshapedPermuted(padded.shape, blockShape, blocks, false);
    const perm = getPermuted(parts.length, blockShape.length, false);
    const out = transpose(backend, { ...padded, shape: parts }, perm);
    backend.free(padded);
    return out && { ...out, shape };
  },
  BatchToSpaceND({ inputs: { x }, attrs, backend }) {
    if (!isOnHeap(x)) return undefined;
    const blockShape = attrs.blockShape as number[];
    const crops = attrs.crops as number[][];
    const { getReshaped, getPermuted, getReshapedPermuted } = tf.backend_util;
    const blocks = tf.util.sizeFromShape(blockShape);
    const parts = getReshaped(x.shape, blockShape, blocks);
    const perm = getPermuted(parts.length, blockShape.length);
    const shape = getReshapedPermuted(x.shape, blockShape, blocks);
    const space = transpose(backend, { ...x, shape: parts }, perm);
    if (!space) return undefined;
    const begin = tf.backend_util.getSliceBeginCoords(crops, blockShape.length);
    const size = tf.backend_util.getSliceSize(shape, crops, blockShape.length);
    const out = slice(backend, { ...space, shape } as HeapTensor, begin, size);
    backend.free(space);
    return out;
  },
  DepthToSpace({ inputs: { x }, attrs: { blockSize, dataFormat }, backend }) {
    if (!isOnHeap(x) || dataFormat !== 'NHWC') return undefined;
    const [batch = 0, height = 0, width = 0, depth = 0] = x.shape;
    const block = blockSize as number;
    const channels = depth / (block * block);
    const parts = [batch, height, width, block, block, channels];
    const out = transpose(backend, { ...x, shape: parts }, [0, 1, 3, 2, 4, 5]);
    return out && { ...out, shape: [batch, height * block, width * block, channels] };
  },
};

/** @returns undefined when there are too many dimensions */
export function transpose(
  backend: PortableBackend,
  x: HeapTensor,
  perm: readonly number[],
): HeapTensor | undefined {
  const steps = stepsOf(x.shape);
  const shape = perm.map((axis) => x.shape[axis] ?? 1);
  const from = perm.map((axis) => steps[axis] ?? 0);
  return arranged(backend, x, shape, { shape, from }) as HeapTensor | undefined;
}
