/**
 * Parts of images, resized (`tf.image.cropAndResize`), with positions in single precision as TensorFlow has them:
 * in double precision, as in TensorFlow.js's CPU kernel, the last row and column of a whole image may come to lie a
 * hair outside of it.
 */
import { type Call, isFloat, type KernelTable } from './kernel.ts';

const f = Math.fround;

/** A position between two pixels: the value is `low` + (`high` − `low`) · `weight`. */
interface Between {
  low: number;
  high: number;
  weight: number;
}

export const cropAndResizeKernels: KernelTable = {
  CropAndResize({ inputs: { image, boxes, boxInd }, attrs, backend }: Call) {
    if (!isFloat(image) || !isFloat(boxes) || !boxInd) return undefined;
    const [batch = 0, height = 0, width = 0, channels = 0] = image.shape;
    const [newHeight, newWidth] = attrs.cropSize as [number, number];
    const positions = attrs.method === 'nearest' ? nearest : bilinear;
    const fill = attrs.extrapolationValue as number;
    const count = boxes.shape[0] ?? 0;
    for (const input of [image, boxes, boxInd]) backend.settle(input);
    const out = backend.make([count, newHeight, newWidth, channels], 'float32');
    const pixels = backend.view(image) as Float32Array;
    const corners = backend.view(boxes) as Float32Array;
    const images = backend.view(boxInd) as Int32Array;
    const to = (backend.view(out) as Float32Array).fill(0);
    let at = 0;
    for (let box = 0; box < count; box++) {
      const of = images[box] ?? 0;
      const [y1 = 0, x1 = 0, y2 = 0, x2 = 0] = corners.subarray(4 * box, 4 * box + 4);
      const rows = positions(y1, y2, height, newHeight);
      const columns = positions(x1, x2, width, newWidth);
      for (const row of rows) {
        for (const column of columns) {
          if (of < batch) {
            const value = valueAt(pixels, { of, height, width, channels }, row, column, fill);
            for (let channel = 0; channel < channels; channel++) to[at + channel] = value(channel);
          }
          at += channels;
        }
      }
    }
    return out;
  },
};

interface Picture {
  /** Which of the batch. */
  of: number;
  height: number;
  width: number;
  channels: number;
}

/** Of each channel; `fill` outside of the image. */
function valueAt(
  pixels: Float32Array,
  { of, height, width, channels }: Picture,
  row: Between | undefined,
  column: Between | undefined,
  fill: number,
): (channel: number) => number {
  if (!row || !column) return () => fill;
  const at = (y: number, x: number) => ((of * height + y) * width + x) * channels;
  const [a, b] = [at(row.low, column.low), at(row.low, column.high)];
  const [c, d] = [at(row.high, column.low), at(row.high, column.high)];
  const blend = (from: number, to: number, weight: number) => from + (to - from) * weight;
  return (channel) => {
    const above = blend(pixels[a + channel] ?? 0, pixels[b + channel] ?? 0, column.weight);
    const below = blend(pixels[c + channel] ?? 0, pixels[d + channel] ?? 0, column.weight);
    return blend(above, below, row.weight);
  };
}

type Positions = (from: number, to: number, size: number, count: number) => (Between | undefined)[];

const bilinear: Positions = (from, to, size, count) =>
  sampled(from, to, size, count).map((at) =>
    isWithin(at, size)
      ? { low: Math.floor(at), high: Math.ceil(at), weight: at - Math.floor(at) }
      : undefined,
  );

const nearest: Positions = (from, to, size, count) =>
  sampled(from, to, size, count).map((at) =>
    isWithin(at, size) ? { low: Math.round(at), high: Math.round(at), weight: 0 } : undefined,
  );

function isWithin(at: number, size: number): boolean {
  return at >= 0 && at <= size - 1;
}

/** Evenly from one edge of the box to the other, both in parts of the image; its middle where there is one alone. */
function sampled(from: number, to: number, size: number, count: number): number[] {
  if (count === 1) return [f(f(0.5 * f(from + to)) * (size - 1))];
  const step = f(f(f(to - from) * (size - 1)) / (count - 1));
  return Array.from({ length: count }, (_, i) => f(f(from * (size - 1)) + f(i * step)));
}
