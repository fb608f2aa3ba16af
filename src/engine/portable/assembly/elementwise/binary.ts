import { Simd } from '../simd';
import { VECTOR } from './flat';
import * as operation from './operations';
import { Row } from './row';

/**
 * y = f(a, b) along one row. What does not run along it is a single number.
 * @param which the operation
 * @param running BOTH, A_ALONE, B_ALONE or NEITHER
 * @param factor of SCALE
 */
export function binaryRow(
  which: i32,
  running: i32,
  a: usize,
  b: usize,
  y: usize,
  length: i32,
  factor: f32,
): void {
  const vectors = length >> 2;
  const rest = length & 3;
  if (vectors) wholeVectors(which, running, a, b, y, vectors, factor);
  if (rest) {
    const done = <usize>(vectors << 4);
    const left = running === operation.BOTH || running === operation.A_ALONE;
    const right = running === operation.BOTH || running === operation.B_ALONE;
    const x = left ? v128.load(a + done) : Simd.splatAt(a);
    const z = right ? v128.load(b + done) : Simd.splatAt(b);
    Row.storePart(y + done, Pairs.value(which, x, z, factor), rest);
  }
}

function wholeVectors(
  which: i32,
  running: i32,
  a: usize,
  b: usize,
  y: usize,
  vectors: i32,
  factor: f32,
): void {
  switch (which) {
    case operation.ADD:
      Pairs.of(operation.ADD, running, a, b, y, vectors, factor);
      return;
    case operation.SUB:
      Pairs.of(operation.SUB, running, a, b, y, vectors, factor);
      return;
    case operation.MULTIPLY:
      Pairs.of(operation.MULTIPLY, running, a, b, y, vectors, factor);
      return;
    case operation.DIVIDE:
      Pairs.of(operation.DIVIDE, running, a, b, y, vectors, factor);
      return;
    case operation.MAXIMUM:
      Pairs.of(operation.MAXIMUM, running, a, b, y, vectors, factor);
      return;
    case operation.MINIMUM:
      Pairs.of(operation.MINIMUM, running, a, b, y, vectors, factor);
      return;
    case operation.SQUARED_DIFFERENCE:
      Pairs.of(operation.SQUARED_DIFFERENCE, running, a, b, y, vectors, factor);
      return;
    case operation.PRELU:
      Pairs.of(operation.PRELU, running, a, b, y, vectors, factor);
      return;
    case operation.SCALE:
      Pairs.of(operation.SCALE, running, a, b, y, vectors, factor);
      return;
    case operation.ADD_INT:
      Pairs.of(operation.ADD_INT, running, a, b, y, vectors, factor);
      return;
    case operation.SUB_INT:
      Pairs.of(operation.SUB_INT, running, a, b, y, vectors, factor);
      return;
    case operation.MAXIMUM_INT:
      Pairs.of(operation.MAXIMUM_INT, running, a, b, y, vectors, factor);
      return;
    case operation.MINIMUM_INT:
      Pairs.of(operation.MINIMUM_INT, running, a, b, y, vectors, factor);
  }
}

class Pairs {
  @inline
  static of(
    which: i32,
    running: i32,
    a: usize,
    b: usize,
    y: usize,
    vectors: i32,
    factor: f32,
  ): void {
    if (which === operation.SCALE && running === operation.NEITHER) {
      Pairs.loop(which, false, false, a, b, y, vectors, factor);
    } else if (running === operation.BOTH) {
      Pairs.loop(which, true, true, a, b, y, vectors, factor);
    } else if (running === operation.A_ALONE) {
      Pairs.loop(which, true, false, a, b, y, vectors, factor);
    } else {
      Pairs.loop(which, false, true, a, b, y, vectors, factor);
    }
  }

  /** Inlined for each operation and each way of running, so that the loop holds nothing else. */
  @inline
  static loop(
    which: i32,
    aRuns: bool,
    bRuns: bool,
    a: usize,
    b: usize,
    y: usize,
    vectors: i32,
    factor: f32,
  ): void {
    const a0 = Simd.splatAt(a);
    const b0 = Simd.splatAt(b);
    const toA = a - y;
    const toB = b - y;
    const last = y + ((<usize>vectors) << 4);
    for (; y < last; y += VECTOR) {
      const left = aRuns ? v128.load(y + toA) : a0;
      const right = bRuns ? v128.load(y + toB) : b0;
      v128.store(y, Pairs.value(which, left, right, factor));
    }
  }

  @inline
  static value(which: i32, a: v128, b: v128, factor: f32): v128 {
    const zero = f32x4.splat(0);
    switch (which) {
      case operation.ADD:
        return f32x4.add(a, b);
      case operation.SUB:
        return f32x4.sub(a, b);
      case operation.MULTIPLY:
        return f32x4.mul(a, b);
      case operation.DIVIDE:
        return f32x4.div(a, b);
      case operation.MAXIMUM:
        return f32x4.max(a, b);
      case operation.MINIMUM:
        return f32x4.min(a, b);
      case operation.SQUARED_DIFFERENCE:
        return f32x4.mul(f32x4.sub(a, b), f32x4.sub(a, b));
      // b is the slope for negative a.
      case operation.PRELU:
        return v128.bitselect(f32x4.mul(a, b), a, f32x4.lt(a, zero));
      case operation.SCALE:
        return f32x4.mul(a, f32x4.splat(factor));
      case operation.ADD_INT:
        return i32x4.add(a, b);
      case operation.SUB_INT:
        return i32x4.sub(a, b);
      case operation.MAXIMUM_INT:
        return i32x4.max_s(a, b);
      case operation.MINIMUM_INT:
        return i32x4.min_s(a, b);
    }
    return unreachable();
  }
}
