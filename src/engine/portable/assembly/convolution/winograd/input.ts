/** The input of a Winograd convolution (see convolve.ts): V = Bᵀ · d · B for 4 × 4 pixels d and each channel. */
import { F32 } from '../../gemm/blocking';
import { Scratch } from '../../scratch';

/**
 * @param image height × width × channels
 * @param top first row of the 4 × 4 pixels, which may lie beyond the border, where all is 0; so may columns from `left`
 * @param to sixteen places, `matrix` bytes apart, for `channels` numbers each
 */
export function transformInput(
  image: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  to: usize,
  matrix: usize,
): void {
  const pixel = <usize>channels * F32;
  if (top >= 0 && left >= 0 && top + 4 <= height && left + 4 <= width) {
    const from = image + <usize>(top * width + left) * pixel;
    transform(from, <usize>width * pixel, pixel, to, matrix);
    return;
  }
  const bordered = Scratch.packedA;
  for (let y = 0; y < 4; y++) {
    for (let x = 0; x < 4; x++) {
      const out = bordered + <usize>(y * 4 + x) * pixel;
      const row = top + y;
      const column = left + x;
      if (row < 0 || row >= height || column < 0 || column >= width) memory.fill(out, 0, pixel);
      else memory.copy(out, image + <usize>(row * width + column) * pixel, pixel);
    }
  }
  transform(bordered, pixel * 4, pixel, to, matrix);
}

/** With Bᵀ = [1 0 −1 0; 0 1 1 0; 0 −1 1 0; 0 1 0 −1]: each row of it takes two rows of d. */
function transform(d: usize, row: usize, pixel: usize, to: usize, matrix: usize): void {
  Rows.combine(d, d + row * 2, false, pixel, to, matrix);
  Rows.combine(d + row, d + row * 2, true, pixel, to + matrix * 4, matrix);
  Rows.combine(d + row * 2, d + row, false, pixel, to + matrix * 8, matrix);
  Rows.combine(d + row, d + row * 3, false, pixel, to + matrix * 12, matrix);
}

class Rows {
  /** A row of Bᵀ · d, a ± b, times B. */
  @inline
  static combine(a: usize, b: usize, plus: bool, pixel: usize, to: usize, matrix: usize): void {
    for (let at: usize = 0; at < pixel; at += 16) {
      const t0 = Rows.sum(a + at, b + at, plus);
      const t1 = Rows.sum(a + at + pixel, b + at + pixel, plus);
      const t2 = Rows.sum(a + at + pixel * 2, b + at + pixel * 2, plus);
      const t3 = Rows.sum(a + at + pixel * 3, b + at + pixel * 3, plus);
      v128.store(to + at, f32x4.sub(t0, t2));
      v128.store(to + at + matrix, f32x4.add(t1, t2));
      v128.store(to + at + matrix * 2, f32x4.sub(t2, t1));
      v128.store(to + at + matrix * 3, f32x4.sub(t1, t3));
    }
  }

  @inline
  static sum(a: usize, b: usize, plus: bool): v128 {
    if (plus) return f32x4.add(v128.load(a), v128.load(b));
    return f32x4.sub(v128.load(a), v128.load(b));
  }
}
