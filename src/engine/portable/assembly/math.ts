/**
 * Functions of four float32 at a time, within two units in the last place of the exact value, with NaN, infinities
 * and denormals as JavaScript's Math has them.
 *
 * Each brings its argument into a short interval by an identity and computes a polynomial there. The coefficients
 * make the largest relative error as small as it can be (Remez's algorithm), well below float32's rounding.
 */
import { Simd } from './simd';

/** Bit patterns. */
const SIGN: i32 = i32.MIN_VALUE;
const MANTISSA: i32 = 0x007fffff;
/** The exponent of 1, as it is stored. */
const BIAS: i32 = 127;

const SMALLEST_NORMAL: f32 = 1.1754943508222875e-38;
const LOG2_E: f32 = <f32>Math.LOG2E;
/** ln 2 in two parts; the first has so few digits that its products with exponents are exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444005469057e-4;

/** Below and above, TensorFlow.js's softplus is exp(x) and x: ln 2⁻²³ + 2. */
const SOFTPLUS_LINEAR: f32 = 13.942384719848633;
/** From here on erf is computed by way of its complement. */
const ERF_MIDDLE: f32 = 0.875;

export class VectorMath {
  /** e^x = 2ⁿ · e^r with |r| ≤ ln 2 / 2. */
  @inline
  static exp(x: v128): v128 {
    // Where float32 has long become 0 and infinity.
    x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-105)), f32x4.splat(89));
    const n = Exponential.turns(x);
    const p = f32x4.add(Exponential.rest(Exponential.reduce(x, n)), f32x4.splat(1));
    const i = i32x4.trunc_sat_f32x4_s(n);
    const half = i32x4.shr_s(i, 1);
    // In two steps, since 2ⁿ alone may lie beyond float32 where the result does not.
    return f32x4.mul(f32x4.mul(p, Exponential.power(half)), Exponential.power(i32x4.sub(i, half)));
  }

  /** e^x − 1 = 2ⁿ · (e^r − 1) + (2ⁿ − 1), without losing the digits of a small x. */
  @inline
  static expm1(x: v128): v128 {
    const c = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-20)), f32x4.splat(89));
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
    const denormal = f32x4.lt(x, f32x4.splat(SMALLEST_NORMAL));
    const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, denormal);
    const bias = i32x4.sub(i32x4.splat(1 - BIAS), v128.and(denormal, i32x4.splat(23)));
    const e = i32x4.add(i32x4.shr_u(scaled, 23), bias);
    const half = v128.or(v128.and(scaled, i32x4.splat(MANTISSA)), i32x4.splat((BIAS - 1) << 23));
    const small = f32x4.lt(half, f32x4.splat(<f32>Math.SQRT1_2));
    const f = f32x4.sub(f32x4.add(half, v128.and(small, half)), f32x4.splat(1));
    const exponent = f32x4.convert_i32x4_s(i32x4.add(e, small));
    const y = Logarithm.near1(f, exponent);
    const finite = v128.bitselect(x, y, f32x4.eq(x, f32x4.splat(<f32>Infinity)));
    const nonZero = v128.bitselect(
      f32x4.splat(<f32>-Infinity),
      finite,
      f32x4.eq(x, f32x4.splat(0)),
    );
    // NaN for negative numbers and NaN: all ones are one.
    return v128.or(nonZero, v128.not(f32x4.ge(x, f32x4.splat(0))));
  }

  /** ln(1 + x): the logarithm of the rounded sum u, plus what rounding lost, (x − (u − 1)) / u. */
  @inline
  static log1p(x: v128): v128 {
    const one = f32x4.splat(1);
    const u = f32x4.add(one, x);
    const lost = f32x4.sub(x, f32x4.sub(u, one));
    const some = f32x4.gt(f32x4.abs(lost), f32x4.splat(0));
    const y = f32x4.add(VectorMath.log(u), v128.and(f32x4.div(lost, u), some));
    return VectorMath.withSign(y, x);
  }

  /** (e^2|x| − 1) / (e^2|x| + 1), with the sign of x. */
  @inline
  static tanh(x: v128): v128 {
    // tanh 10 is 1 in float32.
    const a = f32x4.pmin(f32x4.abs(x), f32x4.splat(10));
    const e = VectorMath.expm1(f32x4.add(a, a));
    return VectorMath.withSign(f32x4.div(e, f32x4.add(e, f32x4.splat(2))), x);
  }

  /** 1 / (1 + e^−x), for negative x as e^x / (1 + e^x), so that e^… never overflows. */
  @inline
  static sigmoid(x: v128): v128 {
    const one = f32x4.splat(1);
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
    const rest = v128.bitselect(far, log1p(e), f32x4.gt(a, f32x4.splat(SOFTPLUS_LINEAR)));
    return f32x4.add(f32x4.pmax(x, zero), rest);
  }

  /** The error function: |x| · (1 + q(x²)) for small x, else 1 − e^−p(|x|). */
  @inline
  static erf(x: v128): v128 {
    const a = f32x4.abs(x);
    const y = v128.bitselect(
      ErrorFunction.large(a),
      ErrorFunction.small(a),
      f32x4.gt(a, f32x4.splat(ERF_MIDDLE)),
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
    return v128.or(y, v128.and(x, i32x4.splat(SIGN)));
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
    return f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
  }

  /** x − n · ln 2. */
  @inline
  static reduce(x: v128, n: v128): v128 {
    return Simd.madd(n, f32x4.splat(-LN2_LOW), f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))));
  }

  /** e^r − 1 for |r| ≤ ln 2 / 2. */
  @inline
  static rest(r: v128): v128 {
    let q = f32x4.splat(0.00019845885230125623);
    q = Simd.madd(q, r, f32x4.splat(0.0013940720023469663));
    q = Simd.madd(q, r, f32x4.splat(0.008333389571771639));
    q = Simd.madd(q, r, f32x4.splat(0.04166635981996659));
    q = Simd.madd(q, r, f32x4.splat(0.16666666368862934));
    q = Simd.madd(q, r, f32x4.splat(0.5000000044399692));
    return Simd.madd(q, f32x4.mul(r, r), r);
  }

  /** 2^i for whole i, by its exponent bits. */
  @inline
  static power(i: v128): v128 {
    return i32x4.shl(i32x4.add(i, i32x4.splat(BIAS)), 23);
  }
}

class Logarithm {
  /** exponent · ln 2 + ln(1 + f), the smallest parts added first. */
  @inline
  static near1(f: v128, exponent: v128): v128 {
    const square = f32x4.mul(f, f);
    let p = f32x4.splat(0.06746639057186049);
    p = Simd.madd(p, f, f32x4.splat(-0.1167565032135869));
    p = Simd.madd(p, f, f32x4.splat(0.11888162080063669));
    p = Simd.madd(p, f, f32x4.splat(-0.12405589160156555));
    p = Simd.madd(p, f, f32x4.splat(0.14219552422299608));
    p = Simd.madd(p, f, f32x4.splat(-0.1666799584239629));
    p = Simd.madd(p, f, f32x4.splat(0.2000211865531162));
    p = Simd.madd(p, f, f32x4.splat(-0.25000009599580386));
    p = Simd.madd(p, f, f32x4.splat(0.33333312604110266));
    let y = f32x4.mul(f32x4.mul(p, f), square);
    y = Simd.madd(exponent, f32x4.splat(LN2_LOW), y);
    y = f32x4.sub(y, f32x4.mul(square, f32x4.splat(0.5)));
    y = f32x4.add(f, y);
    return Simd.madd(exponent, f32x4.splat(LN2_HIGH), y);
  }
}

class ErrorFunction {
  /** For 0 ≤ a ≤ 0.875. */
  @inline
  static small(a: v128): v128 {
    const t = f32x4.mul(a, a);
    let q = f32x4.splat(-0.0006203254890352538);
    q = Simd.madd(q, t, f32x4.splat(0.005032181280782197));
    q = Simd.madd(q, t, f32x4.splat(-0.02679146301485309));
    q = Simd.madd(q, t, f32x4.splat(0.1128245532942137));
    q = Simd.madd(q, t, f32x4.splat(-0.37612550464236705));
    q = Simd.madd(q, t, f32x4.splat(0.1283791574918252));
    return Simd.madd(q, a, a);
  }

  /** For a > 0.875; from 4 on it is 1 in float32. */
  @inline
  static large(a: v128): v128 {
    const t = f32x4.pmin(a, f32x4.splat(4));
    let p = f32x4.splat(-0.00020099621112924795);
    p = Simd.madd(p, t, f32x4.splat(0.0030922920209085535));
    p = Simd.madd(p, t, f32x4.splat(-0.02242021727545498));
    p = Simd.madd(p, t, f32x4.splat(0.10432750388415701));
    p = Simd.madd(p, t, f32x4.splat(0.636737231256115));
    p = Simd.madd(p, t, f32x4.splat(1.12793612600498));
    p = Simd.madd(p, t, f32x4.splat(0.0001335751431324935));
    return f32x4.sub(f32x4.splat(1), exp(f32x4.neg(p)));
  }
}
