/**
 * A part of some images that a convolution is to read, with zeros where it reaches over the border: read where it lies
 * if it does not, else copied into the thread's scratch memory.
 */
import { F32 } from '../gemm/blocking';
import { Scratch } from '../scratch';

/** Where the part opened last begins, and bytes from one of its rows and images to the next. */
let base: usize = 0;
let rowStep: usize = 0;
let imageStep: usize = 0;

export class Window {
  @inline
  static get base(): usize {
    return base;
  }

  @inline
  static get rowStep(): usize {
    return rowStep;
  }

  @inline
  static get imageStep(): usize {
    return imageStep;
  }
}

/**
 * Makes the part available: rows `top` and columns `left` onwards of each of `count` images.
 * @param images of height × width × channels; `top` and `left` may be negative
 */
export function openWindow(
  images: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  rows: i32,
  columns: i32,
): void {
  const pixel = <usize>channels * F32;
  const image = <usize>(height * width) * pixel;
  if (top >= 0 && left >= 0 && top + rows <= height && left + columns <= width) {
    base = images + <usize>(top * width + left) * pixel;
    rowStep = <usize>width * pixel;
    imageStep = image;
    return;
  }
  base = Scratch.columns;
  rowStep = <usize>columns * pixel;
  imageStep = <usize>rows * rowStep;
  for (let i = 0; i < count; i++) {
    const from = images + <usize>i * image;
    const to = base + <usize>i * imageStep;
    copyWindow(from, height, width, channels, top, left, rows, columns, to);
  }
}

/**
 * @param image height × width × channels
 * @param to rows × columns × channels
 */
function copyWindow(
  image: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  rows: i32,
  columns: i32,
  to: usize,
): void {
  const pixel = <usize>channels * F32;
  const before = min(columns, max(0, -left));
  const after = max(0, min(columns, width - left));
  const inside = max(0, after - before) * channels;
  for (let y = top; y < top + rows; y++) {
    if (y < 0 || y >= height || inside === 0) {
      to = zeros(to, columns * channels);
      continue;
    }
    to = zeros(to, before * channels);
    to = copy(image + (<usize>(y * width) + <usize>(left + before)) * pixel, inside, to);
    to = zeros(to, (columns - before) * channels - inside);
  }
}

/** Short runs: a loop of our own is quicker than a call of memory.copy. */
function copy(from: usize, count: i32, to: usize): usize {
  let n = count;
  for (; n >= 4; n -= 4) {
    v128.store(to, v128.load(from));
    from += 16;
    to += 16;
  }
  for (; n > 0; n--) {
    store<f32>(to, load<f32>(from));
    from += F32;
    to += F32;
  }
  return to;
}

function zeros(to: usize, count: i32): usize {
  const zero = f32x4.splat(0);
  let n = count;
  for (; n >= 4; n -= 4) {
    v128.store(to, zero);
    to += 16;
  }
  for (; n > 0; n--) {
    store<f32>(to, 0);
    to += F32;
  }
  return to;
}
