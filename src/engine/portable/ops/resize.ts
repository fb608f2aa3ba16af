/**
 * Gradients of resizing images. TensorFlow.js's CPU kernels take the numbers of the wrong image where a batch has
 * several (nearest neighbour), mix up height and width (bilinear), and know nothing of half-pixel centres.
 * Resizing is linear, so its gradient is its transpose: what an output read of an input goes back to it.
 */
import type * as tf from '../../tf.ts';
import { type Call, isFloat, type KernelTable } from './kernel.ts';

/** What an output position reads along one axis: where, and with which weight. */
type Tap = readonly [from: number, weight: number];

/** Along one axis. */
interface Resizing {
  from: number;
  to: number;
  alignCorners: boolean;
  halfPixelCenters: boolean;
}

export const resizeKernels: KernelTable = {
  ResizeNearestNeighborGrad: (call) => gradient(call, nearestTaps),
  ResizeBilinearGrad: (call) => gradient(call, bilinearTaps),
};

/** Of the images [batch, height, width, channels]. */
function gradient(
  { inputs: { images, dy }, attrs, backend }: Call,
  tapsOf: (resizing: Resizing) => Tap[][],
): tf.TensorInfo | undefined {
  if (!isFloat(images) || !isFloat(dy)) return undefined;
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const [, newHeight = 0, newWidth = 0] = dy.shape;
  const alignCorners = attrs.alignCorners === true;
  const halfPixelCenters = attrs.halfPixelCenters === true;
  const how = { alignCorners, halfPixelCenters };
  const rows = tapsOf({ from: height, to: newHeight, ...how });
  const columns = tapsOf({ from: width, to: newWidth, ...how });
  backend.settle(dy);
  const out = backend.make(images.shape, 'float32');
  const dx = (backend.view(out) as Float32Array).fill(0);
  const given = backend.view(dy) as Float32Array;
  let at = 0;
  for (let image = 0; image < batch; image++) {
    for (const row of rows) {
      for (const column of columns) {
        for (const [y, weight] of row) {
          for (const [x, part] of column) {
            const to = ((image * height + y) * width + x) * channels;
            addScaled(dx, to, given, at, channels, weight * part);
          }
        }
        at += channels;
      }
    }
  }
  return out;
}

function addScaled(
  to: Float32Array,
  toAt: number,
  from: Float32Array,
  fromAt: number,
  count: number,
  scale: number,
): void {
  for (let i = 0; i < count; i++)
    to[toAt + i] = (to[toAt + i] ?? 0) + scale * (from[fromAt + i] ?? 0);
}

/** As the forward kernel reads. */
function nearestTaps(resizing: Resizing): Tap[][] {
  const { from, to, alignCorners, halfPixelCenters } = resizing;
  const scale = scaleOf(resizing);
  return Array.from({ length: to }, (_, i) => {
    const at = scale * (halfPixelCenters ? i + 0.5 : i);
    const nearest = alignCorners ? Math.round(at) : Math.floor(at);
    return [[Math.max(0, Math.min(from - 1, nearest)), 1]];
  });
}

function bilinearTaps(resizing: Resizing): Tap[][] {
  const { from, to, halfPixelCenters } = resizing;
  const scale = scaleOf(resizing);
  return Array.from({ length: to }, (_, i) => {
    const at = Math.max(0, halfPixelCenters ? scale * (i + 0.5) - 0.5 : scale * i);
    const low = Math.floor(at);
    const high = Math.min(from - 1, Math.ceil(at));
    if (low >= high) return [[high, 1]];
    return [
      [low, 1 - (at - low)],
      [high, at - low],
    ];
  });
}

/** Input positions an output position. */
function scaleOf({ from, to, alignCorners }: Resizing): number {
  return alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to;
}
