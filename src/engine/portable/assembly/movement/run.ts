/** Longer runs are left to the engine's own copy, whose call alone takes as long as copying about so much. */
const LONG: usize = 256;

/** A run of numbers without gaps. */
export class Run {
  /** Writes nothing behind the run: the last vector of a run overlaps the one before. */
  @inline
  static copy(from: usize, to: usize, bytes: usize): void {
    if (bytes > LONG) {
      memory.copy(to, from, bytes);
    } else if (bytes >= 16) {
      const last = bytes - 16;
      for (let at: usize = 0; at < last; at += 16) v128.store(to + at, v128.load(from + at));
      v128.store(to + last, v128.load(from + last));
    } else {
      copyShort(from, to, bytes);
    }
  }

  /** 64 bytes. */
  @inline
  static copyLine(from: usize, to: usize): void {
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
  }

  /** `count` numbers of 4 bytes with the same bits. */
  @inline
  static fill(to: usize, bits: u32, count: i32): void {
    let at = 0;
    const four = i32x4.splat(bits);
    for (; at + 4 <= count; at += 4) v128.store(to + ((<usize>at) << 2), four);
    for (; at < count; at++) store<u32>(to + ((<usize>at) << 2), bits);
  }
}

/** Fewer than 16 bytes. */
function copyShort(from: usize, to: usize, bytes: usize): void {
  if (bytes & 8) {
    store<u64>(to, load<u64>(from));
    to += 8;
    from += 8;
  }
  if (bytes & 4) {
    store<u32>(to, load<u32>(from));
    to += 4;
    from += 4;
  }
  if (bytes & 2) {
    store<u16>(to, load<u16>(from));
    to += 2;
    from += 2;
  }
  if (bytes & 1) store<u8>(to, load<u8>(from));
}
