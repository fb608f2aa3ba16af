/**
 * Depthwise convolutions: each channel has a filter of its own, height × width × channels. Four channels at a time,
 * which lie next to each other in the images and in the filter. There is one output channel for each input channel;
 * for several, the input's channels are repeated first (see repeat.ts).
 */
import { Args } from '../args';
import { Four } from '../four';
import { F32 } from '../gemm/blocking';
import { Simd } from '../simd';
import { GEOMETRY, Geometry } from './geometry';

/** Places of the window, in one direction, that meet pixels inside of the image: `first` to `last`, the end excluded. */
let first: i32 = 0;
let last: i32 = 0;

/** @param from the pixel that place 0 meets */
function placesInside(from: i32, dilation: i32, places: i32, length: i32): void {
  first = from < 0 ? (-from + dilation - 1) / dilation : 0;
  last = from >= length ? 0 : min(places, (length - from + dilation - 1) / dilation);
}

/**
 * A unit of work is a row of an image of y.
 *
 * Arguments: the geometry, x, filter, y, bias (0: none).
 */
export function depthwise(args: usize, begin: i32, end: i32): void {
  const height = Geometry.height(args);
  const width = Geometry.width(args);
  const outHeight = Geometry.outHeight(args);
  const pixel = <usize>Geometry.channels(args) * F32;
  const row = <usize>width * pixel;
  let y = Args.pointer(args, GEOMETRY + 2) + <usize>begin * <usize>Geometry.outWidth(args) * pixel;
  for (let unit = begin; unit < end; unit++) {
    const top = (unit % outHeight) * Geometry.strideY(args) - Geometry.padTop(args);
    placesInside(top, Geometry.dilationY(args), Geometry.filterHeight(args), height);
    const firstRow = first;
    const rows = last - first;
    const image = Args.pointer(args, GEOMETRY) + <usize>((unit / outHeight) * height) * row;
    const from = image + <usize>(top + firstRow * Geometry.dilationY(args)) * row;
    for (let column = 0; column < Geometry.outWidth(args); column++) {
      const left = column * Geometry.strideX(args) - Geometry.padLeft(args);
      placesInside(left, Geometry.dilationX(args), Geometry.filterWidth(args), width);
      const place = <usize>(firstRow * Geometry.filterWidth(args) + first) * pixel;
      windows(
        args,
        from + <usize>(left + first * Geometry.dilationX(args)) * pixel,
        Args.pointer(args, GEOMETRY + 1) + place,
        rows,
        last - first,
        y,
      );
      y += pixel;
    }
  }
}

/** One pixel of y, all channels, from `rows` × `columns` places of the window. */
function windows(args: usize, x: usize, filter: usize, rows: i32, columns: i32, y: usize): void {
  const channels = Geometry.channels(args);
  const pixel = <usize>channels * F32;
  const down = <usize>(Geometry.dilationY(args) * Geometry.width(args)) * pixel;
  const right = <usize>Geometry.dilationX(args) * pixel;
  const filterRow = <usize>Geometry.filterWidth(args) * pixel;
  const bias = Args.pointer(args, GEOMETRY + 3);
  for (let c = 0; c < channels; c += 4) {
    const skipped = <usize>c * F32;
    const count = channels - c;
    let sum = bias ? Four.load(bias + skipped, count) : f32x4.splat(0);
    for (let i = 0; i < rows; i++) {
      let a = x + skipped + <usize>i * down;
      let b = filter + skipped + <usize>i * filterRow;
      for (let j = 0; j < columns; j++) {
        sum = Simd.madd(Four.load(a, count), Four.load(b, count), sum);
        a += right;
        b += pixel;
      }
    }
    Four.store(y + skipped, sum, count);
  }
}

/**
 * dx from dy, without dilation. A unit of work is a row of an image of x.
 *
 * Arguments: the geometry, dy, filter, dx.
 */
export function depthwiseBack(args: usize, begin: i32, end: i32): void {
  const height = Geometry.height(args);
  const width = Geometry.width(args);
  const pixel = <usize>Geometry.channels(args) * F32;
  const outRow = <usize>Geometry.outWidth(args) * pixel;
  const outImage = <usize>Geometry.outHeight(args) * outRow;
  let dx = Args.pointer(args, GEOMETRY + 2) + <usize>begin * <usize>width * pixel;
  for (let unit = begin; unit < end; unit++) {
    const y = (unit % height) + Geometry.padTop(args);
    const dy = Args.pointer(args, GEOMETRY) + <usize>(unit / height) * outImage;
    for (let x = Geometry.padLeft(args); x < Geometry.padLeft(args) + width; x++) {
      pixelBack(args, dy, y, x, dx);
      dx += pixel;
    }
  }
}

/** One pixel of dx, all channels: place k of the window meets pixel (y − k) / stride of dy where that is whole. */
function pixelBack(args: usize, dy: usize, y: i32, x: i32, dx: usize): void {
  const channels = Geometry.channels(args);
  const pixel = <usize>channels * F32;
  const strideY = Geometry.strideY(args);
  const strideX = Geometry.strideX(args);
  const outWidth = Geometry.outWidth(args);
  const filter = Args.pointer(args, GEOMETRY + 1);
  for (let c = 0; c < channels; c += 4) {
    const skipped = <usize>c * F32;
    const count = channels - c;
    let sum = f32x4.splat(0);
    for (let i = y % strideY; i < Geometry.filterHeight(args) && i <= y; i += strideY) {
      const row = (y - i) / strideY;
      if (row >= Geometry.outHeight(args)) continue;
      for (let j = x % strideX; j < Geometry.filterWidth(args) && j <= x; j += strideX) {
        const column = (x - j) / strideX;
        if (column >= outWidth) continue;
        const a = dy + skipped + <usize>(row * outWidth + column) * pixel;
        const b = filter + skipped + <usize>(i * Geometry.filterWidth(args) + j) * pixel;
        sum = Simd.madd(Four.load(a, count), Four.load(b, count), sum);
      }
    }
    Four.store(dx + skipped, sum, count);
  }
}

/**
 * dw from x and dy, without dilation. A unit of work is a part: some of the images, which has a sum of its own.
 *
 * Arguments: the geometry, x, dy, the sums (each a whole dw, filled up to 16 numbers), parts.
 */
export function depthwiseGradientOfFilter(args: usize, begin: i32, end: i32): void {
  const parts = Args.int(args, GEOMETRY + 3);
  const outHeight = Geometry.outHeight(args);
  const channels = Geometry.channels(args);
  const numbers = Geometry.filterHeight(args) * Geometry.filterWidth(args) * channels;
  const size = <usize>((numbers + 15) & ~15) * F32;
  const outRow = <usize>(Geometry.outWidth(args) * channels) * F32;
  for (let part = begin; part < end; part++) {
    const sum = Args.pointer(args, GEOMETRY + 2) + <usize>part * size;
    memory.fill(sum, 0, size);
    const from = <i32>((<i64>Geometry.images(args) * part) / parts) * outHeight;
    const to = <i32>((<i64>Geometry.images(args) * (part + 1)) / parts) * outHeight;
    for (let row = from; row < to; row++) {
      addRow(
        args,
        row / outHeight,
        row % outHeight,
        Args.pointer(args, GEOMETRY + 1) + <usize>row * outRow,
        sum,
      );
    }
  }
}

/** Adds what a row of dy gives to every place of the window. */
function addRow(args: usize, image: i32, outRow: i32, dy: usize, sum: usize): void {
  const channels = Geometry.channels(args);
  const height = Geometry.height(args);
  const width = Geometry.width(args);
  const pixel = <usize>channels * F32;
  const stride = Geometry.strideX(args);
  for (let i = 0; i < Geometry.filterHeight(args); i++) {
    const y = outRow * Geometry.strideY(args) - Geometry.padTop(args) + i;
    if (y < 0 || y >= height) continue;
    const row = Args.pointer(args, GEOMETRY) + <usize>((image * height + y) * width) * pixel;
    for (let j = 0; j < Geometry.filterWidth(args); j++) {
      placesInside(j - Geometry.padLeft(args), stride, Geometry.outWidth(args), width);
      if (last <= first) continue;
      const x = row + <usize>(first * stride + j - Geometry.padLeft(args)) * pixel;
      const to = sum + <usize>(i * Geometry.filterWidth(args) + j) * pixel;
      addProducts(x, <usize>stride * pixel, dy + <usize>first * pixel, last - first, channels, to);
    }
  }
}

/** Adds the sum over some pixels of x · dy to `sum`. */
function addProducts(
  x: usize,
  step: usize,
  dy: usize,
  pixels: i32,
  channels: i32,
  sum: usize,
): void {
  const pixel = <usize>channels * F32;
  for (let c = channels; c > 0; c -= 4) {
    let a = x;
    let b = dy;
    let even = f32x4.splat(0);
    let odd = even;
    for (let i = pixels >> 1; i > 0; i--) {
      even = Simd.madd(Four.load(a, c), Four.load(b, c), even);
      odd = Simd.madd(Four.load(a + step, c), Four.load(b + pixel, c), odd);
      a += 2 * step;
      b += 2 * pixel;
    }
    if (pixels & 1) even = Simd.madd(Four.load(a, c), Four.load(b, c), even);
    Four.store(sum, f32x4.add(Four.load(sum, c), f32x4.add(even, odd)), c);
    x += 16;
    dy += 16;
    sum += 16;
  }
}
