import { Args } from '../args';
import { F32, KC, NC, NR, PANEL_ROW } from '../gemm/blocking';
import { packB } from '../gemm/pack';
import { Scratch } from '../scratch';
import { GEOMETRY, Geometry } from './geometry';
import { panelBytes, product } from './product';
import { Rows, Segments, segmentRows } from './tables';
import { openWindow, Window } from './window';

/** Rows of the product that the table takes. */
const MOST_ROWS: i32 = 8192;

/**
 * dw from x and dy. As a product: a row is a number of the filter, its terms are the pixels of dy; the columns are the
 * output channels. A unit of work is a part: some of the blocks (rows of one image, or whole images), which has a sum
 * of its own. The parts depend on the shapes alone, so that the sums are the same for any number of threads.
 *
 * Arguments: the geometry, x, dy, the sums (each a whole dw, filled up to 16 numbers), images of a block, rows of a block, parts.
 */
export function gradientOfFilter(args: usize, begin: i32, end: i32): void {
  const images = Args.int(args, GEOMETRY + 3);
  const rows = Args.int(args, GEOMETRY + 4);
  const parts = Args.int(args, GEOMETRY + 5);
  const strips = (Geometry.outHeight(args) + rows - 1) / rows;
  const blocks = strips * ((Geometry.images(args) + images - 1) / images);
  const size = <usize>((termsOf(args) * Geometry.outChannels(args) + 15) & ~15) * F32;
  for (let part = begin; part < end; part++) {
    const first = <i32>((<i64>blocks * part) / parts);
    const last = <i32>((<i64>blocks * (part + 1)) / parts);
    const sum = Args.pointer(args, GEOMETRY + 2) + <usize>part * size;
    for (let i = first; i < last; i++) {
      const image = (i / strips) * images;
      const top = (i % strips) * rows;
      block(
        args,
        image,
        min(images, Geometry.images(args) - image),
        top,
        min(rows, Geometry.outHeight(args) - top),
        sum,
        i > first,
      );
    }
  }
}

/** Numbers of the filter for one output channel. */
function termsOf(args: usize): i32 {
  return Geometry.filterHeight(args) * Geometry.filterWidth(args) * Geometry.channels(args);
}

/** Writes what a block gives to `sum`, or adds it. */
function block(
  args: usize,
  first: i32,
  images: i32,
  top: i32,
  rows: i32,
  sum: usize,
  add: bool,
): void {
  const channels = Geometry.channels(args);
  const height = Geometry.height(args);
  const width = Geometry.width(args);
  openWindow(
    Args.pointer(args, GEOMETRY) + <usize>first * <usize>(height * width * channels) * F32,
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
  const outWidth = Geometry.outWidth(args);
  const down = <usize>Geometry.strideY(args) * Window.rowStep;
  segmentRows(images, rows, outWidth, Window.imageStep, down);
  const pixels = images * rows * outWidth;
  const outPixel = <usize>Geometry.outChannels(args) * F32;
  const dy =
    Args.pointer(args, GEOMETRY + 1) +
    (<usize>first * <usize>Geometry.outHeight(args) + <usize>top) * <usize>outWidth * outPixel;
  // As many columns at a time as there is room to pack.
  const most = (((NC + NR) * KC) / (pixels + 1)) & ~(NR - 1);
  for (let j = 0; j < Geometry.outChannels(args); j += most) {
    const columns = min(most, Geometry.outChannels(args) - j);
    packDy(dy + <usize>j * F32, outPixel, pixels, columns);
    multiply(args, columns, sum + <usize>j * F32, add);
  }
}

/** Panels as product.ts wants them, with a bias of zero. */
function packDy(dy: usize, pixelStep: usize, pixels: i32, columns: i32): void {
  let panel = Scratch.packedB;
  for (let j = 0; j < columns; j += NR) {
    memory.fill(panel, 0, PANEL_ROW);
    const width = min(NR, columns - j);
    packB(dy + <usize>j * F32, pixelStep, F32, pixels, width, panel + PANEL_ROW);
    panel += panelBytes(pixels);
  }
}

function multiply(args: usize, columns: i32, sum: usize, add: bool): void {
  const step = <usize>(Geometry.strideX(args) * Geometry.channels(args)) * F32;
  const total = termsOf(args);
  for (let from = 0; from < total; from += MOST_ROWS) {
    const tiles = fillRows(args, from, min(total, from + MOST_ROWS));
    product(
      tiles,
      Scratch.rowTable,
      Window.base,
      Segments.table,
      Segments.count,
      Segments.terms,
      step,
      Scratch.packedB,
      columns,
      sum,
      add,
    );
  }
}

function fillRows(args: usize, from: i32, to: i32): i32 {
  const channels = Geometry.channels(args);
  const filterWidth = Geometry.filterWidth(args);
  const pixel = <usize>channels * F32;
  const down = <usize>Geometry.dilationY(args) * Window.rowStep;
  const right = <usize>Geometry.dilationX(args) * pixel;
  const row = <usize>Geometry.outChannels(args) * F32;
  Rows.begin(Scratch.rowTable);
  let place = from / channels;
  let channel = from % channels;
  for (let i = from; i < to; i++) {
    const a = <usize>(place / filterWidth) * down + <usize>(place % filterWidth) * right;
    Rows.add(a + <usize>channel * F32, <usize>i * row);
    if (++channel === channels) {
      channel = 0;
      place++;
    }
  }
  return Rows.finish(Scratch.rowTable);
}
