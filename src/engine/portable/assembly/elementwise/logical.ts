import { Args } from '../args';
import { Bools } from './bools';
import { UNIT_BYTES, VECTOR } from './flat';
import * as operation from './operations';

/** Booleans of booleans. Units: 16 numbers. Arguments: operation, a, b (a again for NOT), y. */
export function logical(args: usize, begin: i32, end: i32): void {
  const which = Args.int(args, 0);
  const a = Args.pointer(args, 1);
  const b = Args.pointer(args, 2);
  const y = Args.pointer(args, 3);
  for (let i = <usize>begin * VECTOR; i < <usize>end * VECTOR; i += VECTOR) {
    const left = v128.load(a + i);
    v128.store(y + i, Logic.value(which, left, v128.load(b + i)));
  }
}

class Logic {
  /** As JavaScript's &&, || and !: a byte that is not 0 is true. */
  @inline
  static value(which: i32, a: v128, b: v128): v128 {
    const no = i8x16.eq(a, i8x16.splat(0));
    if (which === operation.AND) return v128.bitselect(a, b, no);
    if (which === operation.OR) return v128.bitselect(b, a, no);
    return v128.and(no, i8x16.splat(1));
  }
}

/** The word of t where the condition is 1, else that of e. Units: 16 numbers. Arguments: condition, t, e, y. */
export function select(args: usize, begin: i32, end: i32): void {
  const condition = Args.pointer(args, 0);
  const t = Args.pointer(args, 1);
  const e = Args.pointer(args, 2);
  const y = Args.pointer(args, 3);
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const mask = i32x4.eq(Bools.widen(condition + (i >> 2)), i32x4.splat(1));
    v128.store(y + i, v128.bitselect(v128.load(t + i), v128.load(e + i), mask));
  }
}
