import { Args } from '../args';
import { Four } from '../four';
import { F32 } from '../gemm/blocking';
import { GEOMETRY, Part, Pool } from './geometry';

/**
 * Hands each number of dy to the largest number of its window, to the first of equal ones; to none where there is none.
 * A unit of work is an image: windows may overlap.
 *
 * Arguments: the geometry, x, dy, dx.
 */
export function maxPoolGradient(args: usize, begin: i32, end: i32): void {
  const image = Pool.image(args);
  const pixel = <usize>Pool.channels(args) * F32;
  const outImage = <usize>(Pool.outHeight(args) * Pool.outWidth(args)) * pixel;
  const quarters = isQuarters(args);
  for (let unit = begin; unit < end; unit++) {
    const skipped = <usize>unit * image;
    const x = Args.pointer(args, GEOMETRY) + skipped;
    const dy = Args.pointer(args, GEOMETRY + 1) + <usize>unit * outImage;
    const dx = Args.pointer(args, GEOMETRY + 2) + skipped;
    if (outImage * 4 !== image || !quarters) memory.fill(dx, 0, image);
    if (quarters) spreadQuarters(args, x, dy, dx);
    else spread(args, x, dy, dx);
  }
}

/** Whole windows of 2 × 2 pixels side by side: each pixel is in one at the most. */
function isQuarters(args: usize): bool {
  return (
    Pool.filterHeight(args) === 2 &&
    Pool.filterWidth(args) === 2 &&
    Pool.strideY(args) === 2 &&
    Pool.strideX(args) === 2 &&
    Pool.padTop(args) === 0 &&
    Pool.padLeft(args) === 0 &&
    2 * Pool.outHeight(args) <= Pool.height(args) &&
    2 * Pool.outWidth(args) <= Pool.width(args)
  );
}

function spreadQuarters(args: usize, x: usize, dy: usize, dx: usize): void {
  const channels = Pool.channels(args);
  const pixel = <usize>channels * F32;
  const row = <usize>Pool.width(args) * pixel;
  const none = f32x4.splat(-Infinity);
  for (let i = 0; i < Pool.outHeight(args); i++) {
    let at = <usize>(2 * i) * row;
    for (let j = 0; j < Pool.outWidth(args); j++) {
      for (let c = channels; c > 0; c -= 4) {
        const x0 = Four.load(x + at, c);
        const x1 = Four.load(x + at + pixel, c);
        const x2 = Four.load(x + at + row, c);
        const x3 = Four.load(x + at + row + pixel, c);
        const most = f32x4.pmax(f32x4.pmax(f32x4.pmax(f32x4.pmax(none, x0), x1), x2), x3);
        let left = v128.and(Four.load(dy, c), f32x4.gt(most, none));
        let found = f32x4.eq(x0, most);
        Four.store(dx + at, v128.and(left, found), c);
        left = v128.andnot(left, found);
        found = f32x4.eq(x1, most);
        Four.store(dx + at + pixel, v128.and(left, found), c);
        left = v128.andnot(left, found);
        found = f32x4.eq(x2, most);
        Four.store(dx + at + row, v128.and(left, found), c);
        left = v128.andnot(left, found);
        Four.store(dx + at + row + pixel, v128.and(left, f32x4.eq(x3, most)), c);
        const done = <usize>min(4, c) * F32;
        at += done;
        dy += done;
      }
      at += pixel;
    }
  }
}

function spread(args: usize, x: usize, dy: usize, dx: usize): void {
  const channels = Pool.channels(args);
  const pixel = <usize>channels * F32;
  const row = <usize>Pool.width(args) * pixel;
  for (let i = 0; i < Pool.outHeight(args); i++) {
    Part.rows(args, i);
    for (let j = 0; j < Pool.outWidth(args); j++) {
      Part.columns(args, j);
      const window = <usize>Part.top * row + <usize>Part.left * pixel;
      spreadWindow(x + window, dy, dx + window, row, channels);
      dy += pixel;
    }
  }
}

/** The window that Part says. */
function spreadWindow(x: usize, dy: usize, dx: usize, row: usize, channels: i32): void {
  const pixel = <usize>channels * F32;
  const width = <usize>Part.width * pixel;
  const height = <usize>Part.height * row;
  const none = f32x4.splat(-Infinity);
  const distance = dx - x;
  for (let c = channels; c > 0; c -= 4) {
    let most = none;
    for (let from = x; from < x + height; from += row) {
      for (let at = from; at < from + width; at += pixel) {
        most = f32x4.pmax(most, Four.load(at, c));
      }
    }
    // Where all is −∞ or NaN there is no largest number.
    let left = v128.and(Four.load(dy, c), f32x4.gt(most, none));
    for (let from = x; from < x + height; from += row) {
      for (let at = from; at < from + width; at += pixel) {
        const found = f32x4.eq(Four.load(at, c), most);
        const to = at + distance;
        Four.store(to, f32x4.add(Four.load(to, c), v128.and(left, found)), c);
        left = v128.andnot(left, found);
      }
    }
    x += 16;
    dy += 16;
  }
}
