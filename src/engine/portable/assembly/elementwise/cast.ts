import { Args } from '../args';
import { Bools } from './bools';
import { UNIT_BYTES, VECTOR } from './flat';
import * as operation from './operations';

/**
 * Numbers of one type as those of another. A number is true unless it is 0: NaN is true.
 * Units: 16 numbers. Arguments: operation, x, y.
 */
export function cast(args: usize, begin: i32, end: i32): void {
  const which = Args.int(args, 0);
  const x = Args.pointer(args, 1);
  const y = Args.pointer(args, 2);
  for (let unit = <usize>begin; unit < <usize>end; unit++) {
    const words = unit * UNIT_BYTES;
    const bytes = unit * VECTOR;
    if (which === operation.INT_TO_FLOAT) toFloats(x + words, y + words);
    else if (which === operation.BOOL_TO_INT) toInts(x + bytes, y + words);
    else if (which === operation.FLOAT_TO_BOOL) v128.store(y + bytes, NonZero.floats(x + words));
    else if (which === operation.INT_TO_BOOL) v128.store(y + bytes, NonZero.ints(x + words));
    else {
      toInts(x + bytes, y + words);
      toFloats(y + words, y + words);
    }
  }
}

function toFloats(from: usize, to: usize): void {
  for (let i: usize = 0; i < UNIT_BYTES; i += VECTOR) {
    v128.store(to + i, f32x4.convert_i32x4_s(v128.load(from + i)));
  }
}

function toInts(from: usize, to: usize): void {
  for (let i: usize = 0; i < UNIT_BYTES; i += VECTOR)
    v128.store(to + i, Bools.widen(from + (i >> 2)));
}

class NonZero {
  @inline
  static floats(x: usize): v128 {
    const zero = f32x4.splat(0);
    return Bools.narrow(
      f32x4.ne(v128.load(x), zero),
      f32x4.ne(v128.load(x, VECTOR), zero),
      f32x4.ne(v128.load(x, 2 * VECTOR), zero),
      f32x4.ne(v128.load(x, 3 * VECTOR), zero),
    );
  }

  @inline
  static ints(x: usize): v128 {
    const zero = i32x4.splat(0);
    return Bools.narrow(
      i32x4.ne(v128.load(x), zero),
      i32x4.ne(v128.load(x, VECTOR), zero),
      i32x4.ne(v128.load(x, 2 * VECTOR), zero),
      i32x4.ne(v128.load(x, 3 * VECTOR), zero),
    );
  }
}
