import { Args } from '../args';
import { F32 } from '../gemm/blocking';
import { Scratch } from '../scratch';
import { fewColumns } from './fewColumns';
import { GEOMETRY, Geometry } from './geometry';
import { product } from './product';
import { Rows, Segments, segmentWindow } from './tables';
import { openWindow, Window } from './window';

/**
 * y = convolution of x with a filter + bias. A unit of work is a block: rows of one image, or several whole images.
 *
 * Arguments: the geometry, x, the packed filter (see packFilter.ts), y, images of a block, rows of a block,
 * 1 where the filter is packed for few columns.
 */
export function convolve(args: usize, begin: i32, end: i32): void {
  const images = Args.int(args, GEOMETRY + 3);
  const rows = Args.int(args, GEOMETRY + 4);
  const strips = (Geometry.outHeight(args) + rows - 1) / rows;
  lastRowStep = 0;
  for (let unit = begin; unit < end; unit++) {
    const first = (unit / strips) * images;
    const top = (unit % strips) * rows;
    block(
      args,
      first,
      min(images, Geometry.images(args) - first),
      top,
      min(rows, Geometry.outHeight(args) - top),
    );
  }
}

/** The shape of the block that the tables are for. */
let lastImages: i32 = 0;
let lastRows: i32 = 0;
let lastRowStep: usize = 0;
let tiles: i32 = 0;

function block(args: usize, first: i32, images: i32, top: i32, rows: i32): void {
  const channels = Geometry.channels(args);
  const height = Geometry.height(args);
  const width = Geometry.width(args);
  const x = Args.pointer(args, GEOMETRY);
  openWindow(
    x + <usize>first * <usize>(height * width * channels) * F32,
    images,
    height,
    width,
    channels,
    top * Geometry.strideY(args) - Geometry.padTop(args),
    -Geometry.padLeft(args),
    (rows - 1) * Geometry.strideY(args) +
      (Geometry.filterHeight(args) - 1) * Geometry.dilationY(args) +
      1,
    (Geometry.outWidth(args) - 1) * Geometry.strideX(args) +
      (Geometry.filterWidth(args) - 1) * Geometry.dilationX(args) +
      1,
  );
  if (images !== lastImages || rows !== lastRows || Window.rowStep !== lastRowStep) {
    fillTables(args, images, rows);
    lastImages = images;
    lastRows = rows;
    lastRowStep = Window.rowStep;
  }
  const outRow = <usize>(Geometry.outWidth(args) * Geometry.outChannels(args)) * F32;
  const y =
    Args.pointer(args, GEOMETRY + 2) +
    (<usize>first * <usize>Geometry.outHeight(args) + <usize>top) * outRow;
  multiply(args, y);
}

/** A row of the product is a pixel of y, its terms are the numbers in the window around it. */
function fillTables(args: usize, images: i32, rows: i32): void {
  const channels = Geometry.channels(args);
  const outWidth = Geometry.outWidth(args);
  const pixel = <usize>channels * F32;
  const outPixel = <usize>Geometry.outChannels(args) * F32;
  const down = <usize>Geometry.strideY(args) * Window.rowStep;
  const right = <usize>Geometry.strideX(args) * pixel;
  let to: usize = 0;
  Rows.begin(Scratch.rowTable);
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++) {
      let from = <usize>image * Window.imageStep + <usize>row * down;
      for (let column = 0; column < outWidth; column++) {
        Rows.add(from, to);
        from += right;
        to += outPixel;
      }
    }
  }
  tiles = Rows.finish(Scratch.rowTable);
  segmentWindow(
    Geometry.filterHeight(args),
    Geometry.filterWidth(args),
    channels,
    <usize>Geometry.dilationY(args) * Window.rowStep,
    <usize>Geometry.dilationX(args) * pixel,
  );
}

function multiply(args: usize, y: usize): void {
  const filter = Args.pointer(args, GEOMETRY + 1);
  const columns = Geometry.outChannels(args);
  const rows = Scratch.rowTable;
  const segments = Segments.table;
  const count = Segments.count;
  const terms = Segments.terms;
  const few = Args.int(args, GEOMETRY + 5) !== 0;
  if (few) fewColumns(tiles, rows, Window.base, segments, count, terms, filter, columns, y);
  else product(tiles, rows, Window.base, segments, count, terms, F32, filter, columns, y, false);
}
