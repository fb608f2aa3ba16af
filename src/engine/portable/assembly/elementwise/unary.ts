import { Args } from '../args';
import { expm1, log1p, VectorMath } from '../math';
import { UNIT_BYTES, VECTOR } from './flat';
import * as operation from './operations';

/** Of TensorFlow.js's selu (Klambauer et al. 2017). */
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_SCALE_ALPHA: f32 = 1.7580993408473768;

/**
 * y = f(x), number by number; y may be x. Units: 16 numbers.
 * Arguments: operation, x, y, and up to two parameters of the operation (alpha; the limits of CLIP).
 */
export function unary(args: usize, begin: i32, end: i32): void {
  switch (Args.int(args, 0)) {
    case operation.RELU:
      Each.of(operation.RELU, args, begin, end);
      return;
    case operation.RELU6:
      Each.of(operation.RELU6, args, begin, end);
      return;
    case operation.LEAKY_RELU:
      Each.of(operation.LEAKY_RELU, args, begin, end);
      return;
    case operation.ELU:
      Each.of(operation.ELU, args, begin, end);
      return;
    case operation.SELU:
      Each.of(operation.SELU, args, begin, end);
      return;
    case operation.SIGMOID:
      Each.of(operation.SIGMOID, args, begin, end);
      return;
    case operation.TANH:
      Each.of(operation.TANH, args, begin, end);
      return;
    case operation.EXP:
      Each.of(operation.EXP, args, begin, end);
      return;
    case operation.EXPM1:
      Each.of(operation.EXPM1, args, begin, end);
      return;
    case operation.LOG:
      Each.of(operation.LOG, args, begin, end);
      return;
    case operation.LOG1P:
      Each.of(operation.LOG1P, args, begin, end);
      return;
    case operation.SQRT:
      Each.of(operation.SQRT, args, begin, end);
      return;
    case operation.RSQRT:
      Each.of(operation.RSQRT, args, begin, end);
      return;
    case operation.SQUARE:
      Each.of(operation.SQUARE, args, begin, end);
      return;
    case operation.NEG:
      Each.of(operation.NEG, args, begin, end);
      return;
    case operation.ABS:
      Each.of(operation.ABS, args, begin, end);
      return;
    case operation.SIGN:
      Each.of(operation.SIGN, args, begin, end);
      return;
    case operation.STEP:
      Each.of(operation.STEP, args, begin, end);
      return;
    case operation.SOFTPLUS:
      Each.of(operation.SOFTPLUS, args, begin, end);
      return;
    case operation.RECIPROCAL:
      Each.of(operation.RECIPROCAL, args, begin, end);
      return;
    case operation.ERF:
      Each.of(operation.ERF, args, begin, end);
      return;
    case operation.CLIP:
      Each.of(operation.CLIP, args, begin, end);
      return;
    case operation.FLOOR:
      Each.of(operation.FLOOR, args, begin, end);
      return;
    case operation.CEIL:
      Each.of(operation.CEIL, args, begin, end);
      return;
    case operation.ROUND:
      Each.of(operation.ROUND, args, begin, end);
      return;
    case operation.POW_HALF:
      Each.of(operation.POW_HALF, args, begin, end);
      return;
    case operation.POW_MINUS_HALF:
      Each.of(operation.POW_MINUS_HALF, args, begin, end);
      return;
    case operation.CUBE:
      Each.of(operation.CUBE, args, begin, end);
  }
}

class Each {
  /** Inlined for each operation, so that the loop holds that operation alone. */
  @inline
  static of(which: i32, args: usize, begin: i32, end: i32): void {
    const y = Args.pointer(args, 2);
    const toX = Args.pointer(args, 1) - y;
    const p = f32x4.splat(Args.float(args, 3));
    const q = f32x4.splat(Args.float(args, 4));
    const last = y + <usize>end * UNIT_BYTES;
    // Two vectors a turn: while one waits for a result, the processor goes on with the other.
    for (let at = y + <usize>begin * UNIT_BYTES; at < last; at += 2 * VECTOR) {
      const first = Each.value(which, v128.load(at + toX), p, q);
      const second = Each.value(which, v128.load(at + toX, VECTOR), p, q);
      v128.store(at, first);
      v128.store(at, second, VECTOR);
    }
  }

  @inline
  static value(which: i32, x: v128, p: v128, q: v128): v128 {
    const zero = f32x4.splat(0);
    const one = f32x4.splat(1);
    switch (which) {
      // Adding 0 makes 0 of −0, as Math.max does.
      case operation.RELU:
        return f32x4.add(f32x4.pmax(x, zero), zero);
      case operation.RELU6:
        return f32x4.add(f32x4.pmin(f32x4.pmax(x, zero), f32x4.splat(6)), zero);
      case operation.LEAKY_RELU:
        return v128.bitselect(f32x4.mul(p, x), x, f32x4.lt(x, zero));
      case operation.ELU:
        return v128.bitselect(x, expm1(x), f32x4.ge(x, zero));
      case operation.SELU:
        return v128.bitselect(
          f32x4.mul(f32x4.splat(SELU_SCALE), x),
          f32x4.mul(f32x4.splat(SELU_SCALE_ALPHA), expm1(x)),
          f32x4.ge(x, zero),
        );
      case operation.SIGMOID:
        return VectorMath.sigmoid(x);
      case operation.TANH:
        return VectorMath.tanh(x);
      case operation.EXP:
        return VectorMath.exp(x);
      case operation.EXPM1:
        return expm1(x);
      case operation.LOG:
        return VectorMath.log(x);
      case operation.LOG1P:
        return log1p(x);
      case operation.SQRT:
        return f32x4.sqrt(x);
      case operation.RSQRT:
        return f32x4.div(one, f32x4.sqrt(x));
      case operation.SQUARE:
        return f32x4.mul(x, x);
      case operation.NEG:
        return f32x4.neg(x);
      case operation.ABS:
        return f32x4.abs(x);
      case operation.SIGN:
        return f32x4.sub(v128.and(f32x4.gt(x, zero), one), v128.and(f32x4.lt(x, zero), one));
      case operation.STEP:
        return v128.bitselect(v128.bitselect(one, p, f32x4.gt(x, zero)), x, f32x4.eq(x, x));
      case operation.SOFTPLUS:
        return VectorMath.softplus(x);
      case operation.RECIPROCAL:
        return f32x4.div(one, x);
      case operation.ERF:
        return VectorMath.erf(x);
      case operation.CLIP:
        return f32x4.pmin(f32x4.pmax(x, p), q);
      case operation.FLOOR:
        return f32x4.floor(x);
      case operation.CEIL:
        return f32x4.ceil(x);
      // TensorFlow.js rounds −½ to 0, not to −0.
      case operation.ROUND:
        return v128.andnot(f32x4.nearest(x), f32x4.eq(x, f32x4.splat(-0.5)));
      case operation.POW_HALF:
        return VectorMath.root(x);
      case operation.POW_MINUS_HALF:
        return f32x4.div(one, VectorMath.root(x));
      case operation.CUBE:
        return f32x4.mul(f32x4.mul(x, x), x);
    }
    return unreachable();
  }
}
