/** The end of a row: what lies behind it belongs to the next row, or to another thread. */
export class Row {
  /** Stores the first `count` lanes, 1 to 3. */
  @inline
  static storePart(to: usize, v: v128, count: i32): void {
    if (count >= 2) v128.store64_lane(to, v, 0);
    if (count === 3) v128.store32_lane(to, v, 2, 8);
    if (count === 1) v128.store32_lane(to, v, 0);
  }
}
