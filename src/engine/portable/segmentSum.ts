import type * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';

/**
 * Adds up the rows of each segment: the gradient of a lookup such as an embedding.
 * One pass over the rows; the JavaScript backend's makes a pass a segment.
 * @param x float32 [rows, ...]
 * @param ids int32 [rows]; rows with an id outside of the segments are dropped
 */
export function segmentSum(
  backend: PortableBackend,
  x: tf.TensorInfo,
  ids: tf.TensorInfo,
  segments: number,
): tf.TensorInfo {
  const out = backend.makeOutput([segments, ...x.shape.slice(1)], 'float32');
  const sums = backend.view(out.dataId) as Float32Array;
  const rows = backend.view(x.dataId) as Float32Array;
  const segmentOf = backend.view(ids.dataId) as Int32Array;
  const width = segmentOf.length === 0 ? 0 : rows.length / segmentOf.length;
  sums.fill(0);
  segmentOf.forEach((segment, row) => {
    if (segment < 0 || segment >= segments) return;
    for (let i = 0; i < width; i++) {
      const at = segment * width + i;
      sums[at] = (sums[at] ?? 0) + (rows[row * width + i] ?? 0);
    }
  });
  return out;
}
