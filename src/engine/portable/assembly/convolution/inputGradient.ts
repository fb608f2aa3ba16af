import { Args } from '../args';
import { F32, NR } from '../gemm/blocking';
import { Scratch } from '../scratch';
import { columnBytes, fewColumns } from './fewColumns';
import { GEOMETRY, Geometry } from './geometry';
import { placesOf } from './phases';
import { panelBytes, product } from './product';
import { PAIR } from './rows';
import { Rows, Segments, segmentWindow } from './tables';
import { openWindow, Window } from './window';

/**
 * dx from dy: the gradient of a convolution's input, and the transposed convolution itself, in phases (see phases.ts).
 * A unit of work is a block: the pixels of some quotients q of one image, or several whole images.
 *
 * Arguments: the geometry, dy, the packed filter (see packPhases.ts), dx, images of a block, rows of quotients of a
 * block, 1 where the filter is packed for few columns.
 */
export function convolveBack(args: usize, begin: i32, end: i32): void {
  const images = Args.int(args, GEOMETRY + 3);
  const rows = Args.int(args, GEOMETRY + 4);
  const top = Geometry.padTop(args) / Geometry.strideY(args);
  const bottom = (Geometry.height(args) - 1 + Geometry.padTop(args)) / Geometry.strideY(args) + 1;
  const strips = (bottom - top + rows - 1) / rows;
  let lastImages = 0;
  for (let unit = begin; unit < end; unit++) {
    const first = (unit / strips) * images;
    const some = min(images, Geometry.images(args) - first);
    const from = top + (unit % strips) * rows;
    const to = min(from + rows, bottom);
    openDy(args, first, some, from, to);
    if (strips > 1 || some !== lastImages) fillRows(args, some, from, to);
    lastImages = some;
    multiply(args, dxOf(args, first));
  }
}

function dxOf(args: usize, image: i32): usize {
  const size = <usize>(Geometry.height(args) * Geometry.width(args) * Geometry.channels(args));
  return Args.pointer(args, GEOMETRY + 2) + <usize>image * size * F32;
}

/** Quotients of the columns: the first, and the one behind the last. */
function leftmost(args: usize): i32 {
  return Geometry.padLeft(args) / Geometry.strideX(args);
}

function rightmost(args: usize): i32 {
  return (Geometry.width(args) - 1 + Geometry.padLeft(args)) / Geometry.strideX(args) + 1;
}

/** Makes those pixels of dy available that the quotients `from` to `to` meet. */
function openDy(args: usize, first: i32, images: i32, from: i32, to: i32): void {
  const height = Geometry.outHeight(args);
  const width = Geometry.outWidth(args);
  const channels = Geometry.outChannels(args);
  const above = placesOf(Geometry.filterHeight(args), Geometry.strideY(args), 0) - 1;
  const before = placesOf(Geometry.filterWidth(args), Geometry.strideX(args), 0) - 1;
  const left = leftmost(args);
  openWindow(
    Args.pointer(args, GEOMETRY) + <usize>first * <usize>(height * width * channels) * F32,
    images,
    height,
    width,
    channels,
    from - above,
    left - before,
    to - from + above,
    rightmost(args) - left + before,
  );
}

/** The table of rows of each phase, one behind the other, each after the number of its tiles. */
function fillRows(args: usize, images: i32, from: i32, to: i32): void {
  const strideY = Geometry.strideY(args);
  const strideX = Geometry.strideX(args);
  let table = Scratch.rowTable;
  for (let y = 0; y < strideY; y++) {
    for (let x = 0; x < strideX; x++) {
      const rows = table + PAIR;
      Rows.begin(rows);
      for (let i = 0; i < images; i++) fillPhase(args, i, from, to, y, x);
      const tiles = Rows.finish(rows);
      store<i32>(table, tiles);
      table = rows + <usize>(4 * tiles) * PAIR;
    }
  }
}

/** A row of the product is a pixel of x, its terms are the numbers of dy that it meets. */
function fillPhase(args: usize, image: i32, from: i32, to: i32, phaseY: i32, phaseX: i32): void {
  const strideY = Geometry.strideY(args);
  const strideX = Geometry.strideX(args);
  const height = Geometry.height(args);
  const width = Geometry.width(args);
  const pixel = <usize>Geometry.outChannels(args) * F32;
  const left = leftmost(args);
  const right = rightmost(args);
  // A phase with fewer places than the first begins further down and to the right in the window.
  const down = shift(Geometry.filterHeight(args), strideY, phaseY) - from;
  const across = shift(Geometry.filterWidth(args), strideX, phaseX) - left;
  for (let q = from; q < to; q++) {
    const y = q * strideY + phaseY - Geometry.padTop(args);
    if (y < 0 || y >= height) continue;
    const row = <usize>image * Window.imageStep + <usize>(q + down) * Window.rowStep;
    const dxRow = (image * height + y) * width;
    for (let r = left; r < right; r++) {
      const x = r * strideX + phaseX - Geometry.padLeft(args);
      if (x < 0 || x >= width) continue;
      const dx = <usize>((dxRow + x) * Geometry.channels(args)) * F32;
      Rows.add(row + <usize>(r + across) * pixel, dx);
    }
  }
}

function shift(size: i32, stride: i32, phase: i32): i32 {
  return placesOf(size, stride, 0) - placesOf(size, stride, phase);
}

/** @param dx of the first image of the block */
function multiply(args: usize, dx: usize): void {
  const columns = Geometry.channels(args);
  const pixel = <usize>Geometry.outChannels(args) * F32;
  const few = Args.int(args, GEOMETRY + 5) !== 0;
  let filter = Args.pointer(args, GEOMETRY + 1);
  let table = Scratch.rowTable;
  for (let y = 0; y < Geometry.strideY(args); y++) {
    for (let x = 0; x < Geometry.strideX(args); x++) {
      const tiles = load<i32>(table);
      const rows = table + PAIR;
      const down = placesOf(Geometry.filterHeight(args), Geometry.strideY(args), y);
      const across = placesOf(Geometry.filterWidth(args), Geometry.strideX(args), x);
      segmentWindow(down, across, Geometry.outChannels(args), Window.rowStep, pixel);
      const count = Segments.count;
      const terms = Segments.terms;
      if (tiles > 0) {
        const a = Window.base;
        const segments = Segments.table;
        if (count === 0) clear(rows, tiles, dx, columns);
        else if (few) fewColumns(tiles, rows, a, segments, count, terms, filter, columns, dx);
        else product(tiles, rows, a, segments, count, terms, F32, filter, columns, dx, false);
      }
      filter += phaseBytes(count * terms, columns, few);
      table = rows + <usize>(4 * tiles) * PAIR;
    }
  }
}

/** Bytes of the packed filter of a phase. */
export function phaseBytes(terms: i32, columns: i32, few: bool): usize {
  if (few) return <usize>columns * columnBytes(terms);
  return <usize>((columns + NR - 1) / NR) * panelBytes(terms);
}

/** Pixels that no place of the window reaches. */
function clear(rows: usize, tiles: i32, dx: usize, channels: i32): void {
  for (let i = 0; i < 4 * tiles; i++) {
    const pixel = dx + <usize>load<u32>(rows + <usize>i * PAIR, 4);
    memory.fill(pixel, 0, <usize>channels * F32);
  }
}
