/** Booleans are bytes, 0 or 1. Comparisons of vectors give masks: all bits set, or none. */
export class Bools {
  /** Sixteen masks of 32 bits as sixteen booleans. */
  @inline
  static narrow(a: v128, b: v128, c: v128, d: v128): v128 {
    const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
    return v128.and(bytes, i8x16.splat(1));
  }

  /** Four booleans as four integers. */
  @inline
  static widen(address: usize): v128 {
    return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(address)));
  }
}
