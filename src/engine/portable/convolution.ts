/**
 * The gradients of a convolution, each as a convolution itself, so that they run in the one fast kernel there is.
 * Shapes: x [batch, height, width, channels], filter [filterHeight, filterWidth, channels, filters].
 */
import type * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';
import { free, runStock, shapedAs, transpose } from './stock.ts';

type ConvInfo = tf.backend_util.Conv2DInfo;

/** Zeros at each side of the picture. */
interface Padding {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * d loss / d filter. Each weight meets x at all places of dy: with batch and channels swapped,
 * that is x filtered by dy, where dy's places lie as far apart as the stride.
 */
export function filterGradient(
  backend: PortableBackend,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  info: ConvInfo,
): tf.TensorInfo {
  const swappedX = transpose(backend, x, [3, 1, 2, 0]); // [channels, height, width, batch]
  const swappedDy = transpose(backend, dy, [1, 2, 0, 3]); // [outHeight, outWidth, batch, filters]
  const pad = paddingFor(
    { height: info.inHeight, width: info.inWidth },
    {
      height: reach(info.outHeight, info.strideHeight),
      width: reach(info.outWidth, info.strideWidth),
    },
    { height: info.filterHeight, width: info.filterWidth },
    info.padInfo,
  );
  const dilations: [number, number] = [info.strideHeight, info.strideWidth];
  const full = convolve(backend, swappedX, swappedDy, pad, dilations);
  const cut = cutTo(backend, full, info.filterHeight, info.filterWidth);
  const gradient = transpose(backend, cut, [1, 2, 0, 3]);
  free(backend, swappedX, swappedDy, full, ...(cut === full ? [] : [cut]));
  return gradient;
}

/** d loss / d x: dy with zeros between its places where the stride is above 1, filtered by the turned filter. */
export function inputGradient(
  backend: PortableBackend,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  info: ConvInfo,
): tf.TensorInfo {
  const turned = runStock(backend, 'Reverse', { x: filter }, { dims: [0, 1] });
  const swapped = transpose(backend, turned, [0, 1, 3, 2]); // [height, width, filters, channels]
  const spread = spreadOut(backend, dy, info.strideHeight, info.strideWidth);
  const [, height = 0, width = 0] = spread.shape;
  const pad = paddingFor(
    { height, width },
    { height: info.filterHeight, width: info.filterWidth },
    { height: info.inHeight, width: info.inWidth },
    {
      top: info.filterHeight - 1 - info.padInfo.top,
      left: info.filterWidth - 1 - info.padInfo.left,
    },
  );
  const full = convolve(backend, spread, swapped, pad, [1, 1]);
  const gradient = cutTo(backend, full, info.inHeight, info.inWidth);
  free(backend, turned, swapped, ...(spread === dy ? [] : [spread]));
  if (gradient !== full) free(backend, full);
  return gradient;
}

/** True where the convolutions above are the gradients: the picture is not padded by more than the filter reaches. */
export function isUsual({ padInfo, filterHeight, filterWidth, dataFormat }: ConvInfo): boolean {
  return dataFormat === 'channelsLast' && padInfo.top < filterHeight && padInfo.left < filterWidth;
}

/** How many rows `count` places cover that lie `stride` apart. */
function reach(count: number, stride: number): number {
  return (count - 1) * stride + 1;
}

/** What is missing at the bottom and on the right for an output of the wanted size; where too much is there, none. */
function paddingFor(
  picture: { height: number; width: number },
  filter: { height: number; width: number },
  wanted: { height: number; width: number },
  { top, left }: { top: number; left: number },
): Padding {
  const bottom = wanted.height + filter.height - 1 - picture.height - top;
  const right = wanted.width + filter.width - 1 - picture.width - left;
  return { top, left, bottom: Math.max(0, bottom), right: Math.max(0, right) };
}

function convolve(
  backend: PortableBackend,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  { top, bottom, left, right }: Padding,
  dilations: [number, number],
): tf.TensorInfo {
  const pad = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
  const attrs = { strides: 1, pad, dilations, dataFormat: 'NHWC' };
  return runStock(backend, 'Conv2D', { x, filter }, attrs);
}

/** The first rows and columns. */
function cutTo(
  backend: PortableBackend,
  x: tf.TensorInfo,
  height: number,
  width: number,
): tf.TensorInfo {
  const [batch = 0, rows, columns, channels = 0] = x.shape;
  if (rows === height && columns === width) return x;
  const attrs = { begin: [0, 0, 0, 0], size: [batch, height, width, channels] };
  return runStock(backend, 'Slice', { x }, attrs);
}

/** Puts `strideHeight − 1` rows of zeros after each row and `strideWidth − 1` columns after each column. */
function spreadOut(
  backend: PortableBackend,
  x: tf.TensorInfo,
  strideHeight: number,
  strideWidth: number,
): tf.TensorInfo {
  if (strideHeight === 1 && strideWidth === 1) return x;
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
  // As rows of a matrix, zeros after each are only a wider matrix.
  const byColumn = shapedAs(x, [batch * height * width, channels]);
  const wide = padRight(backend, byColumn, (strideWidth - 1) * channels);
  const line = width * strideWidth * channels;
  const spread = padRight(
    backend,
    shapedAs(wide, [batch * height, line]),
    (strideHeight - 1) * line,
  );
  free(backend, wide);
  return shapedAs(spread, [batch, height * strideHeight, width * strideWidth, channels]);
}

function padRight(backend: PortableBackend, x: tf.TensorInfo, zeros: number): tf.TensorInfo {
  const paddings = [
    [0, 0],
    [0, zeros],
  ];
  return runStock(backend, 'PadV2', { x }, { paddings, constantValue: 0 });
}
