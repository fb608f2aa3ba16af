/**
 * Sums and means. Numbers are added up in float32 in short blocks only, and the blocks in float64: a long float32 sum
 * would lose digits, for it grows large beside what is added. Arguments: see parts.ts, then what to divide by.
 */
import { Args } from '../args';
import { Scratch } from '../scratch';
import { Simd } from '../simd';
import { Part, STRIP, STRIP_BYTES } from './parts';

/** Bytes of a row, and rows of a column, that are added up in float32. */
const ROW_BLOCK: usize = 1024;
const COLUMN_BLOCK: i32 = 32;
const LARGEST: f32 = f32.MAX_VALUE;

export function sum(args: usize, begin: i32, end: i32): void {
  const divisor = <f64>Args.float(args, 6);
  if (Args.int(args, 3) === 1) sumRows(args, begin, end, divisor);
  else sumColumns(args, begin, end, divisor);
}

function sumRows(args: usize, begin: i32, end: i32, divisor: f64): void {
  for (let part = begin; part < end; part++) {
    const x = Part.start(args, part);
    const last = x + ((<usize>Part.length(args, part)) << 2);
    let total = sumRow(x, last);
    if (!finite(total)) total = sumExactly(x, last, 4);
    store<f32>(Part.out(args, part), <f32>(total / divisor));
  }
}

/** False also where only float32 is too small for the sum. */
function finite(total: f64): bool {
  return abs(total) <= <f64>LARGEST;
}

function sumRow(x: usize, last: usize): f64 {
  let total: f64 = 0;
  while (x + 64 <= last) {
    const end = min(x + ROW_BLOCK, x + ((last - x) & ~63));
    let a = v128.load(x);
    let b = v128.load(x, 16);
    let c = v128.load(x, 32);
    let d = v128.load(x, 48);
    for (x += 64; x < end; x += 64) {
      a = f32x4.add(a, v128.load(x));
      b = f32x4.add(b, v128.load(x, 16));
      c = f32x4.add(c, v128.load(x, 32));
      d = f32x4.add(d, v128.load(x, 48));
    }
    total += <f64>Simd.total(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
  }
  if (x + 16 <= last) {
    let a = v128.load(x);
    for (x += 16; x + 16 <= last; x += 16) a = f32x4.add(a, v128.load(x));
    total += <f64>Simd.total(a);
  }
  for (; x < last; x += 4) total += <f64>load<f32>(x);
  return total;
}

/** One number after the other in float64: for infinities, NaN, and sums that are too large for float32 on the way. */
function sumExactly(x: usize, last: usize, step: usize): f64 {
  let total: f64 = 0;
  for (; x < last; x += step) total += <f64>load<f32>(x);
  return total;
}

function sumColumns(args: usize, begin: i32, end: i32, divisor: f64): void {
  const inner = Args.int(args, 3);
  const strips = Part.strips(args);
  const step = (<usize>inner) << 2;
  for (let unit = begin; unit < end; unit++) {
    const part = unit / strips;
    const column = (unit - part * strips) * STRIP;
    const at = (<usize>column) << 2;
    const x = Part.start(args, part) + at;
    const out = Part.out(args, part) + at;
    const rows = Part.length(args, part);
    const width = min(STRIP, inner - column);
    if (rows <= COLUMN_BLOCK && width === STRIP && sumShort(x, rows, step, out, <f32>divisor)) {
      continue;
    }
    if (width <= 4) Strip.add(1, x, rows, step);
    else Strip.add(4, x, rows, step);
    for (let j: usize = 0; j < <usize>width; j++) {
      let total = load<f64>(Scratch.tile + (j << 3));
      const from = x + (j << 2);
      if (!finite(total)) total = sumExactly(from, from + <usize>rows * step, step);
      store<f32>(out + (j << 2), <f32>(total / divisor));
    }
  }
}

/** A whole strip of few rows, in float32 alone. @returns false where the result is not finite */
function sumShort(x: usize, rows: i32, step: usize, out: usize, divisor: f32): bool {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (let row = 0; row < rows; row++) {
    a = f32x4.add(a, v128.load(x));
    b = f32x4.add(b, v128.load(x, 16));
    c = f32x4.add(c, v128.load(x, 32));
    d = f32x4.add(d, v128.load(x, 48));
    x += step;
  }
  const largest = f32x4.splat(LARGEST);
  const ab = v128.and(f32x4.le(f32x4.abs(a), largest), f32x4.le(f32x4.abs(b), largest));
  const cd = v128.and(f32x4.le(f32x4.abs(c), largest), f32x4.le(f32x4.abs(d), largest));
  if (!i32x4.all_true(v128.and(ab, cd))) return false;
  const by = f32x4.splat(divisor);
  v128.store(out, f32x4.div(a, by));
  v128.store(out, f32x4.div(b, by), 16);
  v128.store(out, f32x4.div(c, by), 32);
  v128.store(out, f32x4.div(d, by), 48);
  return true;
}

/** Sums of neighbouring columns, as 4 or 16 float64 in the scratch memory. */
class Strip {
  /**
   * Reads whole vectors, also past the last column: what lies there is added up too, and not used.
   * @param vectors 1 or 4
   */
  @inline
  static add(vectors: i32, x: usize, rows: i32, step: usize): void {
    const totals = Scratch.tile;
    memory.fill(totals, 0, STRIP_BYTES * 2);
    for (let row = 0; row < rows; row += COLUMN_BLOCK) {
      let a = f32x4.splat(0);
      let b = a;
      let c = a;
      let d = a;
      for (let left = min(COLUMN_BLOCK, rows - row); left > 0; left--) {
        a = f32x4.add(a, v128.load(x));
        if (vectors === 4) {
          b = f32x4.add(b, v128.load(x, 16));
          c = f32x4.add(c, v128.load(x, 32));
          d = f32x4.add(d, v128.load(x, 48));
        }
        x += step;
      }
      Strip.flush(totals, a);
      if (vectors === 4) {
        Strip.flush(totals + 32, b);
        Strip.flush(totals + 64, c);
        Strip.flush(totals + 96, d);
      }
    }
  }

  @inline
  static flush(totals: usize, block: v128): void {
    const low = f64x2.promote_low_f32x4(block);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(block, block, 1, 1));
    v128.store(totals, f64x2.add(v128.load(totals), low));
    v128.store(totals, f64x2.add(v128.load(totals, 16), high), 16);
  }
}
