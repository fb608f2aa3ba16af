/** Numbers looked up by index. */
import * as tf from '../../../tf.ts';
import { GATHER } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import type { KernelTable } from '../kernel.ts';
import { flatIndices } from './indices.ts';
import { bytesOf, type HeapTensor, isOnHeap } from './layout.ts';

/** About as many bytes as are copied in 20 µs. */
const WORTH_SHARING = 262_144;

export const gatherKernels: KernelTable = {
  GatherV2({ inputs: { x, indices }, attrs, backend }) {
    if (!isOnHeap(x) || indices?.dtype !== 'int32') return undefined;
    const axis = tf.util.parseAxisParam(attrs.axis as number, x.shape)[0] ?? 0;
    checkRange(backend, indices, x.shape[axis] ?? 0);
    const batchDims = (attrs.batchDims as number | undefined) ?? 0;
    const info = tf.backend_util.segment_util.collectGatherOpShapeInfo(
      x as tf.Tensor,
      indices as tf.Tensor,
      axis,
      batchDims,
    );
    const out = backend.make(info.outputShape, x.dtype);
    const count = tf.util.sizeFromShape(indices.shape) / Math.max(1, info.batchSize);
    gather(backend, x, indices, out, {
      batches: info.batchSize,
      outers: info.outerSize,
      slices: info.dimSize,
      width: info.sliceSize,
      count,
    });
    return out;
  },
  GatherNd({ inputs: { params, indices }, backend }) {
    if (!isOnHeap(params) || indices?.dtype !== 'int32') return undefined;
    const [shape, count, width, strides] = tf.backend_util.prepareAndValidate(params, indices);
    const out = backend.make(shape, params.dtype);
    if (tf.util.sizeFromShape(shape) === 0) return out;
    const slices = tf.util.sizeFromShape(params.shape) / width;
    const flat = flatIndices(backend, indices, count, strides, slices, params.shape);
    gather(backend, params, flat, out, { batches: 1, outers: 1, slices, width, count });
    backend.free(flat);
    return out;
  },
};

/** As the CPU kernel says it. */
function checkRange(backend: PortableBackend, indices: tf.TensorInfo, size: number): void {
  for (const index of backend.view(indices) as Int32Array) {
    if (index >= 0 && index < size) continue;
    throw new Error(`GatherV2: the index value ${index} is not in [0, ${size - 1}]`);
  }
}

/** x is [batches, outers, slices, width], the indices [batches, count], out [batches, outers, count, width]. */
interface Gather {
  batches: number;
  outers: number;
  slices: number;
  width: number;
  count: number;
}

function gather(
  backend: PortableBackend,
  x: HeapTensor,
  indices: tf.TensorInfo,
  out: tf.TensorInfo,
  { batches, outers, slices, width, count }: Gather,
): void {
  const bytes = width * bytesOf(x.dtype);
  if (bytes === 0) return;
  backend.kernels.run(
    GATHER,
    batches * outers * count,
    Math.ceil(WORTH_SHARING / bytes),
    backend.address(x),
    backend.address(indices),
    backend.address(out),
    slices,
    count,
    outers,
    bytes,
  );
}
