/**
 * Maxima and minima, NaN where there is a NaN among the numbers. Arguments: see parts.ts, then 1 for the maximum and
 * 0 for the minimum.
 */
import { Args } from '../args';
import { Part, STRIP } from './parts';

export function extreme(args: usize, begin: i32, end: i32): void {
  const isMax = Args.int(args, 6) !== 0;
  if (Args.int(args, 3) === 1) {
    if (isMax) Extreme.rows(true, args, begin, end);
    else Extreme.rows(false, args, begin, end);
  } else if (isMax) {
    Extreme.columns(true, args, begin, end);
  } else {
    Extreme.columns(false, args, begin, end);
  }
}

class Extreme {
  @inline
  static rows(isMax: bool, args: usize, begin: i32, end: i32): void {
    for (let part = begin; part < end; part++) {
      const x = Part.start(args, part);
      const last = x + ((<usize>Part.length(args, part)) << 2);
      store<f32>(Part.out(args, part), Extreme.row(isMax, x, last));
    }
  }

  @inline
  static row(isMax: bool, x: usize, last: usize): f32 {
    let best = v128.load_splat<f32>(x);
    let nan = f32x4.ne(best, best);
    for (; x + 16 <= last; x += 16) {
      const next = v128.load(x);
      best = Extreme.better(isMax, best, next);
      nan = v128.or(nan, f32x4.ne(next, next));
    }
    for (; x < last; x += 4) {
      const next = v128.load_splat<f32>(x);
      best = Extreme.better(isMax, best, next);
      nan = v128.or(nan, f32x4.ne(next, next));
    }
    best = Extreme.better(isMax, best, v128.shuffle<i64>(best, best, 1, 0));
    best = Extreme.better(isMax, best, v128.shuffle<i32>(best, best, 1, 0, 3, 2));
    return v128.any_true(nan) ? f32.NaN : f32x4.extract_lane(best, 0);
  }

  /** Reads whole vectors, also past the last column, but writes only what is there. */
  @inline
  static columns(isMax: bool, args: usize, begin: i32, end: i32): void {
    const inner = Args.int(args, 3);
    const strips = Part.strips(args);
    const step = (<usize>inner) << 2;
    for (let unit = begin; unit < end; unit++) {
      const part = unit / strips;
      const first = (unit - part * strips) * STRIP;
      const rows = Part.length(args, part);
      for (let column = first; column < min(inner, first + STRIP); column += 4) {
        const at = (<usize>column) << 2;
        const best = Extreme.column(isMax, Part.start(args, part) + at, rows, step);
        const out = Part.out(args, part) + at;
        if (column + 4 <= inner) v128.store(out, best);
        else storeFew(out, best, inner - column);
      }
    }
  }

  /** Four columns. */
  @inline
  static column(isMax: bool, x: usize, rows: i32, step: usize): v128 {
    let best = v128.load(x);
    let nan = f32x4.ne(best, best);
    for (let row = 1; row < rows; row++) {
      x += step;
      const next = v128.load(x);
      best = Extreme.better(isMax, best, next);
      nan = v128.or(nan, f32x4.ne(next, next));
    }
    // All ones are NaN.
    return v128.or(best, nan);
  }

  /** The first where neither is better. NaN is never better, but stays. */
  @inline
  static better(isMax: bool, best: v128, next: v128): v128 {
    return isMax ? f32x4.pmax(best, next) : f32x4.pmin(best, next);
  }
}

/** The first numbers of a vector, fewer than four. */
function storeFew(to: usize, v: v128, count: i32): void {
  store<f32>(to, f32x4.extract_lane(v, 0));
  if (count > 1) store<f32>(to, f32x4.extract_lane(v, 1), 4);
  if (count > 2) store<f32>(to, f32x4.extract_lane(v, 2), 8);
}
