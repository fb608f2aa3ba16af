/** Sums by index: the other way round of a look-up. */
import * as tf from '../../../tf.ts';
import { SORT_SEGMENTS, SUM_SEGMENTS } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { isFloat, type KernelTable } from '../kernel.ts';
import { flatIndices } from './indices.ts';

/** About as many numbers as are added up in 20 µs. */
const WORTH_SHARING = 32_768;

export const segmentKernels: KernelTable = {
  /** Unlike the CPU kernel, which multiplies all of x by masks, a NaN stays in its own segment. */
  UnsortedSegmentSum({ inputs: { x, segmentIds }, attrs, backend }) {
    if (!isFloat(x) || segmentIds?.dtype !== 'int32') return undefined;
    const [rows = 0, ...row] = x.shape;
    if (segmentIds.shape.length !== 1 || segmentIds.shape[0] !== rows) return undefined;
    const segments = attrs.numSegments as number;
    const out = backend.make([segments, ...row], 'float32');
    sumBySegment(backend, x, segmentIds, out, { rows, segments });
    return out;
  },
  ScatterNd({ inputs: { indices, updates }, attrs, backend }) {
    if (indices?.dtype !== 'int32' || !updates) return undefined;
    if (updates.dtype !== 'float32' && updates.dtype !== 'int32') return undefined;
    const shape = attrs.shape as number[];
    const { numUpdates, sliceSize, strides, outputSize } = tf.backend_util.calculateShapes(
      updates,
      indices,
      shape,
    );
    const out = backend.make(shape, updates.dtype);
    if (outputSize === 0) return out;
    const segments = outputSize / sliceSize;
    const ids = flatIndices(backend, indices, numUpdates, strides, segments, shape);
    sumBySegment(backend, updates, ids, out, { rows: numUpdates, segments });
    backend.free(ids);
    return out;
  },
};

/**
 * out[s, :] = Σ x[r, :] over the rows r with ids[r] = s.
 * @param x [rows, …]
 * @param ids [rows], int32; rows with others than 0 to segments − 1 are left out
 */
function sumBySegment(
  backend: PortableBackend,
  x: tf.TensorInfo,
  ids: tf.TensorInfo,
  out: tf.TensorInfo,
  { rows, segments }: { rows: number; segments: number },
): void {
  const width = tf.util.sizeFromShape(out.shape) / Math.max(1, segments);
  if (width === 0 || segments === 0) return;
  const starts = backend.make([segments + 1], 'int32');
  const order = backend.make([rows], 'int32');
  const [startsAt, orderAt] = [backend.address(starts), backend.address(order)];
  const [xAt, idsAt, outAt] = [backend.address(x), backend.address(ids), backend.address(out)];
  backend.kernels.run(SORT_SEGMENTS, 1, 0, idsAt, rows, segments, startsAt, orderAt);
  const work = (Math.max(rows, segments) / segments) * width;
  const chunk = Math.ceil(WORTH_SHARING / work);
  const integers = Number(x.dtype === 'int32');
  backend.kernels.run(
    SUM_SEGMENTS,
    segments,
    chunk,
    xAt,
    startsAt,
    orderAt,
    outAt,
    width,
    integers,
  );
  backend.free(starts, order);
}
