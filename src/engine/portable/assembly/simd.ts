/** Four float32 at a time. Two builds: with relaxed SIMD, whose multiply-add is one instruction, and without. */
export class Simd {
  /** a · b + c, rounded once with relaxed SIMD and twice without. */
  @inline
  static madd(a: v128, b: v128, c: v128): v128 {
    if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
    return f32x4.add(f32x4.mul(a, b), c);
  }

  /** The number at `address`, four times. */
  @inline
  static splatAt(address: usize): v128 {
    return v128.load_splat<f32>(address);
  }

  /** The sum of the four lanes. */
  @inline
  static total(v: v128): f32 {
    return (
      f32x4.extract_lane(v, 0) +
      f32x4.extract_lane(v, 1) +
      (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
    );
  }

  /** All ones in the first `count` lanes, 1 to 3; zeros in the others. */
  @inline
  static lanes(count: i32): v128 {
    return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
  }

  /** Stores the first `count` lanes: whole vectors must not reach into the next row. */
  @inline
  static storeFirst(to: usize, v: v128, count: i32): void {
    if (count >= 4) {
      v128.store(to, v);
      return;
    }
    v128.store_lane<f32>(to, v, 0);
    if (count > 1) v128.store_lane<f32>(to, v, 1, 4);
    if (count > 2) v128.store_lane<f32>(to, v, 2, 8);
  }
}
