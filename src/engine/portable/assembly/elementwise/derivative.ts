import { Args } from '../args';
import { exp, VectorMath } from '../math';
import { UNIT_BYTES, VECTOR } from './flat';
import * as operation from './operations';

/** Of TensorFlow.js's selu (Klambauer et al. 2017). */
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_SCALE_ALPHA: f32 = 1.7580993408473768;
/** 2 / √π. */
const ERF_SLOPE: f32 = 1.1283791670955126;

/**
 * dx = dy · f′(x), number by number, where x is what the function was given, or what it gave (y below).
 * Units: 16 numbers. Arguments: operation, dy, x, dx, and up to two parameters of the operation.
 */
export function derivative(args: usize, begin: i32, end: i32): void {
  switch (Args.int(args, 0)) {
    case operation.STEP_GRAD:
      Along.all(operation.STEP_GRAD, args, begin, end);
      return;
    case operation.LEAKY_RELU_GRAD:
      Along.all(operation.LEAKY_RELU_GRAD, args, begin, end);
      return;
    case operation.RELU6_GRAD:
      Along.all(operation.RELU6_GRAD, args, begin, end);
      return;
    case operation.ELU_GRAD:
      Along.all(operation.ELU_GRAD, args, begin, end);
      return;
    case operation.SELU_GRAD:
      Along.all(operation.SELU_GRAD, args, begin, end);
      return;
    case operation.SIGMOID_GRAD:
      Along.all(operation.SIGMOID_GRAD, args, begin, end);
      return;
    case operation.TANH_GRAD:
      Along.all(operation.TANH_GRAD, args, begin, end);
      return;
    case operation.SOFTPLUS_GRAD:
      Along.all(operation.SOFTPLUS_GRAD, args, begin, end);
      return;
    case operation.EXPM1_GRAD:
      Along.all(operation.EXPM1_GRAD, args, begin, end);
      return;
    case operation.LOG1P_GRAD:
      Along.all(operation.LOG1P_GRAD, args, begin, end);
      return;
    case operation.SQUARE_GRAD:
      Along.all(operation.SQUARE_GRAD, args, begin, end);
      return;
    case operation.SQRT_GRAD:
      Along.all(operation.SQRT_GRAD, args, begin, end);
      return;
    case operation.RSQRT_GRAD:
      Along.all(operation.RSQRT_GRAD, args, begin, end);
      return;
    case operation.RECIPROCAL_GRAD:
      Along.all(operation.RECIPROCAL_GRAD, args, begin, end);
      return;
    case operation.ERF_GRAD:
      Along.all(operation.ERF_GRAD, args, begin, end);
      return;
    case operation.CLIP_GRAD:
      Along.all(operation.CLIP_GRAD, args, begin, end);
  }
}

class Along {
  /** Inlined for each operation, so that the loop holds that operation alone. */
  @inline
  static all(which: i32, args: usize, begin: i32, end: i32): void {
    const dx = Args.pointer(args, 3);
    const toDy = Args.pointer(args, 1) - dx;
    const toX = Args.pointer(args, 2) - dx;
    const p = f32x4.splat(Args.float(args, 4));
    const q = f32x4.splat(Args.float(args, 5));
    const last = dx + <usize>end * UNIT_BYTES;
    for (let at = dx + <usize>begin * UNIT_BYTES; at < last; at += VECTOR) {
      const value = Along.value(which, v128.load(at + toDy), v128.load(at + toX), p, q);
      v128.store(at, value);
    }
  }

  @inline
  static value(which: i32, dy: v128, x: v128, p: v128, q: v128): v128 {
    const zero = f32x4.splat(0);
    const one = f32x4.splat(1);
    const two = f32x4.splat(2);
    switch (which) {
      case operation.STEP_GRAD:
        return f32x4.mul(dy, Along.step(x, p));
      case operation.LEAKY_RELU_GRAD:
        return v128.bitselect(dy, f32x4.mul(dy, p), f32x4.gt(x, zero));
      case operation.RELU6_GRAD:
        return f32x4.mul(dy, v128.andnot(Along.step(x, zero), f32x4.gt(x, f32x4.splat(6))));
      // The derivative of elu is e^x = y + 1 for negative x.
      case operation.ELU_GRAD:
        return v128.bitselect(dy, f32x4.mul(dy, f32x4.add(x, one)), f32x4.ge(x, zero));
      case operation.SELU_GRAD:
        return v128.bitselect(
          f32x4.mul(dy, f32x4.splat(SELU_SCALE)),
          f32x4.mul(f32x4.mul(dy, f32x4.splat(SELU_SCALE_ALPHA)), exp(x)),
          f32x4.gt(x, zero),
        );
      // y (1 − y)
      case operation.SIGMOID_GRAD:
        return f32x4.mul(dy, f32x4.mul(x, f32x4.sub(one, x)));
      // 1 − y²
      case operation.TANH_GRAD:
        return f32x4.mul(f32x4.sub(one, f32x4.mul(x, x)), dy);
      case operation.SOFTPLUS_GRAD:
        return f32x4.mul(dy, VectorMath.sigmoid(x));
      case operation.EXPM1_GRAD:
        return f32x4.mul(dy, exp(x));
      case operation.LOG1P_GRAD:
        return f32x4.div(dy, f32x4.add(x, one));
      case operation.SQUARE_GRAD:
        return f32x4.mul(dy, f32x4.mul(x, two));
      case operation.SQRT_GRAD:
        return f32x4.div(dy, f32x4.mul(f32x4.sqrt(x), two));
      // −½ x^−3/2
      case operation.RSQRT_GRAD:
        return f32x4.neg(
          f32x4.div(dy, f32x4.mul(f32x4.mul(f32x4.abs(x), VectorMath.root(x)), two)),
        );
      case operation.RECIPROCAL_GRAD:
        return f32x4.div(dy, f32x4.neg(f32x4.mul(x, x)));
      case operation.ERF_GRAD:
        return f32x4.mul(dy, f32x4.mul(exp(f32x4.neg(f32x4.mul(x, x))), f32x4.splat(ERF_SLOPE)));
      case operation.CLIP_GRAD:
        return v128.and(dy, v128.and(f32x4.ge(x, p), f32x4.le(x, q)));
    }
    return unreachable();
  }

  /** 1 for positive x, else alpha; NaN for NaN. */
  @inline
  static step(x: v128, alpha: v128): v128 {
    const sign = v128.bitselect(f32x4.splat(1), alpha, f32x4.gt(x, f32x4.splat(0)));
    return v128.bitselect(sign, x, f32x4.eq(x, x));
  }
}
