/** Up to four numbers next to each other, for the channels that are left over after the fours. */
export class Four {
  /** The first `count` numbers at `address`, then zeros. */
  @inline
  static load(address: usize, count: i32): v128 {
    return count >= 4 ? v128.load(address) : loadSome(address, count);
  }

  /** Stores the first `count` numbers. */
  @inline
  static store(address: usize, v: v128, count: i32): void {
    if (count >= 4) v128.store(address, v);
    else storeSome(address, v, count);
  }
}

function loadSome(address: usize, count: i32): v128 {
  let v = f32x4.splat(0);
  if (count > 0) v = f32x4.replace_lane(v, 0, load<f32>(address));
  if (count > 1) v = f32x4.replace_lane(v, 1, load<f32>(address, 4));
  if (count > 2) v = f32x4.replace_lane(v, 2, load<f32>(address, 8));
  return v;
}

function storeSome(address: usize, v: v128, count: i32): void {
  if (count > 0) store<f32>(address, f32x4.extract_lane(v, 0));
  if (count > 1) store<f32>(address, f32x4.extract_lane(v, 1), 4);
  if (count > 2) store<f32>(address, f32x4.extract_lane(v, 2), 8);
}
