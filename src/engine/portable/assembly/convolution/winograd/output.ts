/** The output of a Winograd convolution (see convolve.ts): 2 × 2 pixels y = Aᵀ · M · A for each channel. */
import { F32 } from '../../gemm/blocking';

/**
 * With Aᵀ = [1 1 1 0; 0 1 −1 −1].
 * @param m sixteen times `channels` numbers, `matrix` bytes apart
 * @param bias 0: none
 * @param y the first pixel, of rows `row` bytes apart
 * @param rows 1 where the second row of pixels lies beyond the border; so with `columns`
 * @returns all ones where a result is not finite
 */
export function transformOutput(
  m: usize,
  matrix: usize,
  channels: i32,
  bias: usize,
  y: usize,
  row: usize,
  rows: i32,
  columns: i32,
): v128 {
  const pixel = <usize>channels * F32;
  const zero = f32x4.splat(0);
  let wrong = zero;
  for (let at: usize = 0; at < pixel; at += 16) {
    const from = m + at;
    const initial = bias ? v128.load(bias + at) : zero;
    const a0 = Column.upper(from, matrix);
    const b0 = Column.lower(from, matrix);
    const a1 = Column.upper(from + matrix, matrix);
    const b1 = Column.lower(from + matrix, matrix);
    const a2 = Column.upper(from + matrix * 2, matrix);
    const b2 = Column.lower(from + matrix * 2, matrix);
    const upperLeft = f32x4.add(f32x4.add(f32x4.add(a0, a1), a2), initial);
    const lowerLeft = f32x4.add(f32x4.add(f32x4.add(b0, b1), b2), initial);
    const a3 = Column.upper(from + matrix * 3, matrix);
    const b3 = Column.lower(from + matrix * 3, matrix);
    const upperRight = f32x4.add(f32x4.sub(f32x4.sub(a1, a2), a3), initial);
    const lowerRight = f32x4.add(f32x4.sub(f32x4.sub(b1, b2), b3), initial);
    v128.store(y + at, upperLeft);
    if (columns > 1) v128.store(y + at + pixel, upperRight);
    if (rows > 1) {
      v128.store(y + at + row, lowerLeft);
      if (columns > 1) v128.store(y + at + row + pixel, lowerRight);
    }
    // x − x is 0 for all but infinities and NaN, and what any of them is added to is one too.
    const sum = f32x4.add(f32x4.add(upperLeft, upperRight), f32x4.add(lowerLeft, lowerRight));
    wrong = v128.or(wrong, f32x4.ne(f32x4.sub(sum, sum), zero));
  }
  return wrong;
}

/** A column of M, times Aᵀ. */
class Column {
  @inline
  static upper(m: usize, matrix: usize): v128 {
    const two = f32x4.add(v128.load(m), v128.load(m + matrix * 4));
    return f32x4.add(two, v128.load(m + matrix * 8));
  }

  @inline
  static lower(m: usize, matrix: usize): v128 {
    const two = f32x4.sub(v128.load(m + matrix * 4), v128.load(m + matrix * 8));
    return f32x4.sub(two, v128.load(m + matrix * 12));
  }
}
