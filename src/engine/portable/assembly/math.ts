/**
 * Functions of four float32 at a time, within two units in the last place of the exact value, with NaN, infinities
 * and denormals as JavaScript's Math has them.
 *
 * Each brings its argument into a short interval by an identity and computes a polynomial there. The coefficients
 * make the largest relative error as small as it can be (Remez's algorithm), well below float32's rounding.
 */
import {
  BIAS,
  Constant,
  DENORMAL_SCALE,
  DENORMAL_SHIFT,
  ERF_LARGE,
  ERF_MIDDLE,
  ERF_MOST,
  ERF_SMALL,
  EXP_COEFFICIENTS,
  EXP_LEAST,
  EXP_MOST,
  EXPM1_LEAST,
  EXPONENT_OF_HALF,
  EXPONENT_OFFSET,
  HALF,
  INFINITE,
  LN2_HIGH,
  LN2_LOW,
  LOG_COEFFICIENTS,
  LOG2_E,
  MANTISSA,
  MINUS_LN2_LOW,
  ONE,
  ROOT_HALF,
  SIGN,
  SMALLEST_NORMAL,
  SOFTPLUS_LINEAR,
  TANH_MOST,
  TWO,
} from './constants';
import { Simd } from './simd';

export class VectorMath {
  /** e^x = 2ⁿ · e^r with |r| ≤ ln 2 / 2. */
  @inline
  static exp(x: v128): v128 {
    x = f32x4.pmin(f32x4.pmax(x, Constant.at(EXP_LEAST)), Constant.at(EXP_MOST));
    const n = Exponential.turns(x);
    const p = f32x4.add(Exponential.rest(Exponential.reduce(x, n)), Constant.at(ONE));
    const i = i32x4.trunc_sat_f32x4_s(n);
    const half = i32x4.shr_s(i, 1);
    // In two steps, since 2ⁿ alone may lie beyond float32 where the result does not.
    return f32x4.mul(f32x4.mul(p, Exponential.power(half)), Exponential.power(i32x4.sub(i, half)));
  }

  /** e^x − 1 = 2ⁿ · (e^r − 1) + (2ⁿ − 1), without losing the digits of a small x. */
  @inline
  static expm1(x: v128): v128 {
    const c = f32x4.pmin(f32x4.pmax(x, Constant.at(EXPM1_LEAST)), Constant.at(EXP_MOST));
    const n = Exponential.turns(c);
    const p = Exponential.rest(Exponential.reduce(c, n));
    const i = i32x4.trunc_sat_f32x4_s(n);
    const half = i32x4.shr_s(i, 1);
    const other = i32x4.sub(i, half);
    const low = Exponential.power(half);
    const one = f32x4.sub(low, Exponential.power(i32x4.neg(other)));
    const y = f32x4.mul(Simd.madd(p, low, one), Exponential.power(other));
    return VectorMath.withSign(y, x);
  }

  /** ln x = e · ln 2 + ln m with m in [√½, √2). */
  @inline
  static log(x: v128): v128 {
    // Denormals are brought among the normal numbers first: times 2²³.
    const denormal = f32x4.lt(x, Constant.at(SMALLEST_NORMAL));
    const scaled = v128.bitselect(f32x4.mul(x, Constant.at(DENORMAL_SCALE)), x, denormal);
    const bias = i32x4.sub(
      Constant.at(EXPONENT_OFFSET),
      v128.and(denormal, Constant.at(DENORMAL_SHIFT)),
    );
    const e = i32x4.add(i32x4.shr_u(scaled, 23), bias);
    const half = v128.or(v128.and(scaled, Constant.at(MANTISSA)), Constant.at(EXPONENT_OF_HALF));
    const small = f32x4.lt(half, Constant.at(ROOT_HALF));
    const f = f32x4.sub(f32x4.add(half, v128.and(small, half)), Constant.at(ONE));
    const exponent = f32x4.convert_i32x4_s(i32x4.add(e, small));
    const y = Logarithm.near1(f, exponent);
    const finite = v128.bitselect(x, y, f32x4.eq(x, Constant.at(INFINITE)));
    const nonZero = v128.bitselect(
      f32x4.neg(Constant.at(INFINITE)),
      finite,
      f32x4.eq(x, f32x4.splat(0)),
    );
    // NaN for negative numbers and NaN: all ones are one.
    return v128.or(nonZero, v128.not(f32x4.ge(x, f32x4.splat(0))));
  }

  /** ln(1 + x): the logarithm of the rounded sum u, plus what rounding lost, (x − (u − 1)) / u. */
  @inline
  static log1p(x: v128): v128 {
    const one = Constant.at(ONE);
    const u = f32x4.add(one, x);
    const lost = f32x4.sub(x, f32x4.sub(u, one));
    const some = f32x4.gt(f32x4.abs(lost), f32x4.splat(0));
    const y = f32x4.add(VectorMath.log(u), v128.and(f32x4.div(lost, u), some));
    return VectorMath.withSign(y, x);
  }

  /** (e^2|x| − 1) / (e^2|x| + 1), with the sign of x. */
  @inline
  static tanh(x: v128): v128 {
    const a = f32x4.pmin(f32x4.abs(x), Constant.at(TANH_MOST));
    const e = VectorMath.expm1(f32x4.add(a, a));
    return VectorMath.withSign(f32x4.div(e, f32x4.add(e, Constant.at(TWO))), x);
  }

  /** 1 / (1 + e^−x), for negative x as e^x / (1 + e^x), so that e^… never overflows. */
  @inline
  static sigmoid(x: v128): v128 {
    const one = Constant.at(ONE);
    const e = VectorMath.exp(f32x4.neg(f32x4.abs(x)));
    const numerator = v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0)));
    return f32x4.div(numerator, f32x4.add(one, e));
  }

  /** ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|). */
  @inline
  static softplus(x: v128): v128 {
    const zero = f32x4.splat(0);
    const a = f32x4.abs(x);
    const e = VectorMath.exp(f32x4.neg(a));
    const far = v128.and(e, f32x4.lt(x, zero));
    const rest = v128.bitselect(far, log1p(e), f32x4.gt(a, Constant.at(SOFTPLUS_LINEAR)));
    return f32x4.add(f32x4.pmax(x, zero), rest);
  }

  /** The error function: |x| · (1 + q(x²)) for small x, else 1 − e^−p(|x|). */
  @inline
  static erf(x: v128): v128 {
    const a = f32x4.abs(x);
    const y = v128.bitselect(
      ErrorFunction.large(a),
      ErrorFunction.small(a),
      f32x4.gt(a, Constant.at(ERF_MIDDLE)),
    );
    return VectorMath.withSign(y, x);
  }

  /** The square root, but 0 for −0 and ∞ for −∞: Math.pow(x, ½). */
  @inline
  static root(x: v128): v128 {
    const infinity = f32x4.splat(<f32>Infinity);
    const lowest = f32x4.eq(x, f32x4.neg(infinity));
    return v128.bitselect(infinity, f32x4.sqrt(f32x4.add(x, f32x4.splat(0))), lowest);
  }

  /** y, which is not negative unless x is, with the sign of x; also that of −0. */
  @inline
  static withSign(y: v128, x: v128): v128 {
    return v128.or(y, v128.and(x, Constant.at(SIGN)));
  }
}

/** The same as functions, for where many places need them and the size of the module counts more than a call. */
export function exp(x: v128): v128 {
  return VectorMath.exp(x);
}

export function expm1(x: v128): v128 {
  return VectorMath.expm1(x);
}

export function log1p(x: v128): v128 {
  return VectorMath.log1p(x);
}

class Exponential {
  /** The whole number of ln 2 in x. */
  @inline
  static turns(x: v128): v128 {
    return f32x4.nearest(f32x4.mul(x, Constant.at(LOG2_E)));
  }

  /** x − n · ln 2. */
  @inline
  static reduce(x: v128, n: v128): v128 {
    return Simd.madd(
      n,
      Constant.at(MINUS_LN2_LOW),
      f32x4.sub(x, f32x4.mul(n, Constant.at(LN2_HIGH))),
    );
  }

  /** e^r − 1 for |r| ≤ ln 2 / 2. */
  @inline
  static rest(r: v128): v128 {
    let q = Constant.at(EXP_COEFFICIENTS);
    q = Simd.madd(q, r, Constant.at(EXP_COEFFICIENTS + 1));
    q = Simd.madd(q, r, Constant.at(EXP_COEFFICIENTS + 2));
    q = Simd.madd(q, r, Constant.at(EXP_COEFFICIENTS + 3));
    q = Simd.madd(q, r, Constant.at(EXP_COEFFICIENTS + 4));
    q = Simd.madd(q, r, Constant.at(EXP_COEFFICIENTS + 5));
    return Simd.madd(q, f32x4.mul(r, r), r);
  }

  /** 2^i for whole i, by its exponent bits. */
  @inline
  static power(i: v128): v128 {
    return i32x4.shl(i32x4.add(i, Constant.at(BIAS)), 23);
  }
}

class Logarithm {
  /** exponent · ln 2 + ln(1 + f), the smallest parts added first. */
  @inline
  static near1(f: v128, exponent: v128): v128 {
    const square = f32x4.mul(f, f);
    let p = Constant.at(LOG_COEFFICIENTS);
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 1));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 2));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 3));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 4));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 5));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 6));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 7));
    p = Simd.madd(p, f, Constant.at(LOG_COEFFICIENTS + 8));
    let y = f32x4.mul(f32x4.mul(p, f), square);
    y = Simd.madd(exponent, Constant.at(LN2_LOW), y);
    y = f32x4.sub(y, f32x4.mul(square, Constant.at(HALF)));
    y = f32x4.add(f, y);
    return Simd.madd(exponent, Constant.at(LN2_HIGH), y);
  }
}

class ErrorFunction {
  /** For 0 ≤ a ≤ 0.875. */
  @inline
  static small(a: v128): v128 {
    const t = f32x4.mul(a, a);
    let q = Constant.at(ERF_SMALL);
    q = Simd.madd(q, t, Constant.at(ERF_SMALL + 1));
    q = Simd.madd(q, t, Constant.at(ERF_SMALL + 2));
    q = Simd.madd(q, t, Constant.at(ERF_SMALL + 3));
    q = Simd.madd(q, t, Constant.at(ERF_SMALL + 4));
    q = Simd.madd(q, t, Constant.at(ERF_SMALL + 5));
    return Simd.madd(q, a, a);
  }

  /** For a > 0.875; from 4 on it is 1 in float32. */
  @inline
  static large(a: v128): v128 {
    const t = f32x4.pmin(a, Constant.at(ERF_MOST));
    let p = Constant.at(ERF_LARGE);
    p = Simd.madd(p, t, Constant.at(ERF_LARGE + 1));
    p = Simd.madd(p, t, Constant.at(ERF_LARGE + 2));
    p = Simd.madd(p, t, Constant.at(ERF_LARGE + 3));
    p = Simd.madd(p, t, Constant.at(ERF_LARGE + 4));
    p = Simd.madd(p, t, Constant.at(ERF_LARGE + 5));
    p = Simd.madd(p, t, Constant.at(ERF_LARGE + 6));
    return f32x4.sub(Constant.at(ONE), exp(f32x4.neg(p)));
  }
}
