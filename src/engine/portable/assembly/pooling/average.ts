import { Args } from '../args';
import { Four } from '../four';
import { F32 } from '../gemm/blocking';
import { GEOMETRY, Part, Pool } from './geometry';

/**
 * The average of the numbers of each window that lie in the image. A unit of work is a row of an image of y.
 *
 * Arguments: the geometry, x, y.
 */
export function averagePool(args: usize, begin: i32, end: i32): void {
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
      averageWindow(from + <usize>Part.left * pixel, row, channels, y);
      y += pixel;
    }
  }
}

/** The window that Part says. */
function averageWindow(window: usize, row: usize, channels: i32, y: usize): void {
  const pixel = <usize>channels * F32;
  const width = <usize>Part.width * pixel;
  const height = <usize>Part.height * row;
  const numbers = f32x4.splat(<f32>(Part.height * Part.width));
  for (let c = channels; c > 0; c -= 4) {
    let total = f32x4.splat(0);
    for (let from = window; from < window + height; from += row) {
      for (let at = from; at < from + width; at += pixel) {
        total = f32x4.add(total, Four.load(at, c));
      }
    }
    Four.store(y, f32x4.div(total, numbers), c);
    window += 16;
    y += 16;
  }
}

/**
 * The gradient: each number of dy goes to its window in equal parts. As in TensorFlow.js the parts are those of a whole
 * window also where it is cut off. A unit of work is an image: windows may overlap.
 *
 * Arguments: the geometry, dy, dx.
 */
export function averagePoolGradient(args: usize, begin: i32, end: i32): void {
  const image = Pool.image(args);
  const pixel = <usize>Pool.channels(args) * F32;
  const outImage = <usize>(Pool.outHeight(args) * Pool.outWidth(args)) * pixel;
  for (let unit = begin; unit < end; unit++) {
    const dx = Args.pointer(args, GEOMETRY + 1) + <usize>unit * image;
    memory.fill(dx, 0, image);
    spread(args, Args.pointer(args, GEOMETRY) + <usize>unit * outImage, dx);
  }
}

function spread(args: usize, dy: usize, dx: usize): void {
  const channels = Pool.channels(args);
  const pixel = <usize>channels * F32;
  const row = <usize>Pool.width(args) * pixel;
  const share: f32 = 1.0 / <f32>(Pool.filterHeight(args) * Pool.filterWidth(args));
  for (let i = 0; i < Pool.outHeight(args); i++) {
    Part.rows(args, i);
    for (let j = 0; j < Pool.outWidth(args); j++) {
      Part.columns(args, j);
      const window = dx + <usize>Part.top * row + <usize>Part.left * pixel;
      spreadWindow(window, row, channels, dy, share);
      dy += pixel;
    }
  }
}

/** The window that Part says. */
function spreadWindow(window: usize, row: usize, channels: i32, dy: usize, share: f32): void {
  const pixel = <usize>channels * F32;
  const width = <usize>Part.width * pixel;
  const height = <usize>Part.height * row;
  for (let c = channels; c > 0; c -= 4) {
    const part = f32x4.mul(Four.load(dy, c), f32x4.splat(share));
    for (let from = window; from < window + height; from += row) {
      for (let at = from; at < from + width; at += pixel) {
        Four.store(at, f32x4.add(Four.load(at, c), part), c);
      }
    }
    window += 16;
    dy += 16;
  }
}
