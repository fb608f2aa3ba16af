import { Simd } from '../simd';
import { VECTOR } from './flat';
import * as operation from './operations';

/**
 * Comparisons along one row, as booleans. Where only one of a and b runs along it, the other is a single number.
 * @param which the comparison; for integers with INT added
 * @param running BOTH, A_ALONE or B_ALONE
 */
export function compareRow(
  which: i32,
  running: i32,
  a: usize,
  b: usize,
  y: usize,
  length: i32,
): void {
  switch (which) {
    case operation.EQUAL:
      Comparison.row(operation.EQUAL, running, a, b, y, length);
      return;
    case operation.NOT_EQUAL:
      Comparison.row(operation.NOT_EQUAL, running, a, b, y, length);
      return;
    case operation.LESS:
      Comparison.row(operation.LESS, running, a, b, y, length);
      return;
    case operation.LESS_EQUAL:
      Comparison.row(operation.LESS_EQUAL, running, a, b, y, length);
      return;
    case operation.GREATER:
      Comparison.row(operation.GREATER, running, a, b, y, length);
      return;
    case operation.GREATER_EQUAL:
      Comparison.row(operation.GREATER_EQUAL, running, a, b, y, length);
      return;
    case operation.EQUAL + operation.INT:
      Comparison.row(operation.EQUAL + operation.INT, running, a, b, y, length);
      return;
    case operation.NOT_EQUAL + operation.INT:
      Comparison.row(operation.NOT_EQUAL + operation.INT, running, a, b, y, length);
      return;
    case operation.LESS + operation.INT:
      Comparison.row(operation.LESS + operation.INT, running, a, b, y, length);
      return;
    case operation.LESS_EQUAL + operation.INT:
      Comparison.row(operation.LESS_EQUAL + operation.INT, running, a, b, y, length);
      return;
    case operation.GREATER + operation.INT:
      Comparison.row(operation.GREATER + operation.INT, running, a, b, y, length);
      return;
    case operation.GREATER_EQUAL + operation.INT:
      Comparison.row(operation.GREATER_EQUAL + operation.INT, running, a, b, y, length);
  }
}

class Comparison {
  @inline
  static row(which: i32, running: i32, a: usize, b: usize, y: usize, length: i32): void {
    const aStep: usize = running === operation.B_ALONE ? 0 : VECTOR;
    const bStep: usize = running === operation.A_ALONE ? 0 : VECTOR;
    const a0 = Simd.splatAt(a);
    const b0 = Simd.splatAt(b);
    for (let left = length; left > 0; left -= 4) {
      const x = aStep ? v128.load(a) : a0;
      const z = bStep ? v128.load(b) : b0;
      const halves = i16x8.narrow_i32x4_s(Comparison.mask(which, x, z), a0);
      const bools = v128.and(i8x16.narrow_i16x8_s(halves, halves), i8x16.splat(1));
      if (left >= 4) v128.store32_lane(y, bools, 0);
      else Comparison.storePart(y, bools, left);
      a += aStep;
      b += bStep;
      y += 4;
    }
  }

  /** The first `count` booleans, 1 to 3. */
  @inline
  static storePart(y: usize, bools: v128, count: i32): void {
    v128.store8_lane(y, bools, 0);
    if (count >= 2) v128.store8_lane(y, bools, 1, 1);
    if (count === 3) v128.store8_lane(y, bools, 2, 2);
  }

  @inline
  static mask(which: i32, a: v128, b: v128): v128 {
    switch (which) {
      case operation.EQUAL:
        return f32x4.eq(a, b);
      case operation.NOT_EQUAL:
        return f32x4.ne(a, b);
      case operation.LESS:
        return f32x4.lt(a, b);
      case operation.LESS_EQUAL:
        return f32x4.le(a, b);
      case operation.GREATER:
        return f32x4.gt(a, b);
      case operation.GREATER_EQUAL:
        return f32x4.ge(a, b);
      case operation.EQUAL + operation.INT:
        return i32x4.eq(a, b);
      case operation.NOT_EQUAL + operation.INT:
        return i32x4.ne(a, b);
      case operation.LESS + operation.INT:
        return i32x4.lt_s(a, b);
      case operation.LESS_EQUAL + operation.INT:
        return i32x4.le_s(a, b);
      case operation.GREATER + operation.INT:
        return i32x4.gt_s(a, b);
      case operation.GREATER_EQUAL + operation.INT:
        return i32x4.ge_s(a, b);
    }
    return unreachable();
  }
}
