import { Args } from '../args';
import { Four } from '../four';
import { F32 } from '../gemm/blocking';
import { GEOMETRY, Part, Pool } from './geometry';

/**
 * The largest number of each window. As in TensorFlow.js NaN is passed over, and a window without a number gives −∞.
 * A unit of work is a row of an image of y.
 *
 * Arguments: the geometry, x, y.
 */
export function maxPool(args: usize, begin: i32, end: i32): void {
  const channels = Pool.channels(args);
  const outHeight = Pool.outHeight(args);
  const pixel = <usize>channels * F32;
  const row = <usize>Pool.width(args) * pixel;
  let y = Args.pointer(args, GEOMETRY + 1) + <usize>begin * <usize>Pool.outWidth(args) * pixel;
  for (let unit = begin; unit < end; unit++) {
    Part.rows(args, unit % outHeight);
    const image = Args.pointer(args, GEOMETRY) + <usize>(unit / outHeight) * Pool.image(args);
    const from = image + <usize>Part.top * row;
    for (let x = 0; x < Pool.outWidth(args); x++) {
      Part.columns(args, x);
      const window = from + <usize>Part.left * pixel;
      if (Part.height === 2 && Part.width === 2) largestOfFour(window, row, channels, y);
      else largest(window, row, channels, y);
      y += pixel;
    }
  }
}

/** A window of 2 × 2 pixels. */
function largestOfFour(window: usize, row: usize, channels: i32, y: usize): void {
  const pixel = <usize>channels * F32;
  for (let c = channels; c > 0; c -= 4) {
    const first = f32x4.pmax(f32x4.splat(-Infinity), Four.load(window, c));
    const second = f32x4.pmax(first, Four.load(window + pixel, c));
    const third = f32x4.pmax(second, Four.load(window + row, c));
    Four.store(y, f32x4.pmax(third, Four.load(window + row + pixel, c)), c);
    window += 16;
    y += 16;
  }
}

/** The window that Part says. */
function largest(window: usize, row: usize, channels: i32, y: usize): void {
  const pixel = <usize>channels * F32;
  const width = <usize>Part.width * pixel;
  const height = <usize>Part.height * row;
  for (let c = channels; c > 0; c -= 4) {
    let most = f32x4.splat(-Infinity);
    for (let from = window; from < window + height; from += row) {
      for (let at = from; at < from + width; at += pixel) {
        most = f32x4.pmax(most, Four.load(at, c));
      }
    }
    Four.store(y, most, c);
    window += 16;
    y += 16;
  }
}
