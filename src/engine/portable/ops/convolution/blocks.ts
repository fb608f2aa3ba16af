/** How a convolution is cut into blocks: rows of one image or several whole images, by the shapes alone. */
import type { ConvInfo } from './geometry.ts';

/** Float32 that a block may take with its border, and rows in the table of a product: see assembly/scratch.ts. */
const ROOM = 65536;
const TABLE = 8000;

export interface Blocks {
  images: number;
  rows: number;
  count: number;
}

interface Cut {
  images: number;
  /** Rows to be shared out. */
  height: number;
  /** Pixels of the result in a row, and how many are wanted in a block. */
  width: number;
  wanted: number;
  /** Numbers in the scratch memory for an image of so many rows; 0 where none is needed. */
  numbers(rows: number): number;
}

/** Undefined where not even a row fits. */
function cut({ images, height, width, wanted, numbers }: Cut): Blocks | undefined {
  let rows = Math.min(height, Math.max(1, Math.floor(wanted / width)));
  while (rows > 1 && numbers(rows) > ROOM) rows--;
  if (numbers(rows) > ROOM || rows * width > TABLE) return undefined;
  const strips = Math.ceil(height / rows);
  rows = Math.ceil(height / strips);
  if (strips > 1) return { images: 1, rows, count: images * strips };
  const fitting = Math.floor(ROOM / Math.max(1, numbers(rows)));
  const many = Math.max(1, Math.min(images, fitting, Math.floor(wanted / (rows * width))));
  return { images: many, rows, count: Math.ceil(images / many) };
}

/** Blocks of y. */
export function blocksOfOutput(info: ConvInfo, wanted: number): Blocks | undefined {
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = info;
  const heightOf = (rows: number) =>
    (rows - 1) * strideHeight + (filterHeight - 1) * info.dilationHeight + 1;
  const width = (info.outWidth - 1) * strideWidth + (filterWidth - 1) * info.dilationWidth + 1;
  const bordered =
    padInfo.top > 0 ||
    padInfo.left > 0 ||
    heightOf(info.outHeight) > info.inHeight ||
    width > info.inWidth;
  return cut({
    images: info.batchSize,
    height: info.outHeight,
    width: info.outWidth,
    wanted,
    numbers: (rows) => (bordered ? heightOf(rows) * width * info.inChannels : 0),
  });
}

/** Blocks of x, by quotients of its pixels and the strides: see assembly/convolution/phases.ts. */
export function blocksOfInput(info: ConvInfo, wanted: number): Blocks | undefined {
  const { strideHeight, strideWidth, padInfo } = info;
  const quotients = (size: number, pad: number, stride: number) =>
    Math.floor((size - 1 + pad) / stride) - Math.floor(pad / stride) + 1;
  const height = quotients(info.inHeight, padInfo.top, strideHeight);
  const width = quotients(info.inWidth, padInfo.left, strideWidth);
  const above = Math.ceil(info.filterHeight / strideHeight) - 1;
  const before = Math.ceil(info.filterWidth / strideWidth) - 1;
  const phases = strideHeight * strideWidth;
  return cut({
    images: info.batchSize,
    height,
    // Each quotient stands for a pixel in every phase; a phase's table has a head and is filled up to whole tiles.
    width: width * phases + 4 * phases,
    wanted,
    numbers: (rows) => (rows + above) * (width + before) * info.outChannels,
  });
}
