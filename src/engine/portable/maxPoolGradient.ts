import type * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';

type PoolInfo = tf.backend_util.Conv2DInfo;

/**
 * d loss / d x of a maximum pooling: each window hands its part of dy to its highest value, the first where several are.
 * (The stock kernel hands it to other places too.)
 * @param x float32 [batch, height, width, channels]
 * @param dy float32 [batch, outHeight, outWidth, channels]
 */
export function maxPoolGradient(
  backend: PortableBackend,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  info: PoolInfo,
): tf.TensorInfo {
  const out = backend.makeOutput(x.shape, 'float32');
  const gradient = backend.view(out.dataId) as Float32Array;
  const values = backend.view(x.dataId) as Float32Array;
  const parts = backend.view(dy.dataId) as Float32Array;
  gradient.fill(0);
  const { batchSize, outHeight, outWidth, inChannels } = info;
  let part = 0;
  for (let picture = 0; picture < batchSize; picture++) {
    for (let y = 0; y < outHeight; y++) {
      for (let left = 0; left < outWidth; left++) {
        const offsets = windowOffsets(info, picture, y, left);
        for (let channel = 0; channel < inChannels; channel++, part++) {
          const at = highest(values, offsets, channel);
          if (at >= 0) gradient[at] = (gradient[at] ?? 0) + (parts[part] ?? 0);
        }
      }
    }
  }
  return out;
}

/** Where the first channel of each pixel in a window lies; pixels in the padding are none. */
function windowOffsets(info: PoolInfo, picture: number, y: number, x: number): number[] {
  const { inHeight, inWidth, inChannels, padInfo } = info;
  const top = y * info.strideHeight - padInfo.top;
  const left = x * info.strideWidth - padInfo.left;
  const offsets: number[] = [];
  for (let i = 0; i < info.filterHeight; i++) {
    const row = top + i * info.dilationHeight;
    if (row < 0 || row >= inHeight) continue;
    for (let j = 0; j < info.filterWidth; j++) {
      const column = left + j * info.dilationWidth;
      if (column < 0 || column >= inWidth) continue;
      offsets.push(((picture * inHeight + row) * inWidth + column) * inChannels);
    }
  }
  return offsets;
}

/** Index of the highest value among a window's pixels; −1 where all are NaN. */
function highest(values: Float32Array, offsets: number[], channel: number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < offsets.length; i++) {
    const at = (offsets[i] ?? 0) + channel;
    const value = values[at] ?? Number.NaN;
    if (value > most || (best < 0 && value === most)) {
      best = at;
      most = value;
    }
  }
  return best;
}
