/**
 * The numbers of math.ts, four times each, in memory. V8 makes a vector constant anew wherever it is used, in three
 * instructions, two of them shuffles; loaded from a fixed address it is part of the instruction that uses it. With
 * constants in memory the exponential function takes two thirds of the time, and half where two are computed together.
 *
 * They are written once, before any other thread starts, and never change.
 */
const START: usize = 1024;
/** The first byte behind them. */
export const CONSTANTS_END: usize = 2048;

/** Places of the constants. Where several belong to a name, it is the first. */
export const ONE: i32 = 0;
export const TWO: i32 = 1;
export const HALF: i32 = 2;
export const SIGN: i32 = 3;
export const INFINITE: i32 = 4;

export const EXP_LEAST: i32 = 5;
export const EXP_MOST: i32 = 6;
export const EXPM1_LEAST: i32 = 7;
export const LOG2_E: i32 = 8;
export const LN2_HIGH: i32 = 9;
export const LN2_LOW: i32 = 10;
export const MINUS_LN2_LOW: i32 = 11;
export const BIAS: i32 = 12;
export const EXP_COEFFICIENTS: i32 = 13;

export const SMALLEST_NORMAL: i32 = 19;
export const DENORMAL_SCALE: i32 = 20;
export const DENORMAL_SHIFT: i32 = 21;
export const MANTISSA: i32 = 22;
export const EXPONENT_OF_HALF: i32 = 23;
export const EXPONENT_OFFSET: i32 = 24;
export const ROOT_HALF: i32 = 25;
export const LOG_COEFFICIENTS: i32 = 26;

export const TANH_MOST: i32 = 35;
export const SOFTPLUS_LINEAR: i32 = 36;
export const ERF_MIDDLE: i32 = 37;
export const ERF_MOST: i32 = 38;
export const ERF_SMALL: i32 = 39;
export const ERF_LARGE: i32 = 45;

export class Constant {
  @inline
  static at(place: i32): v128 {
    return v128.load(START + ((<usize>place) << 4));
  }
}

export function writeConstants(): void {
  float(ONE, 1);
  float(TWO, 2);
  float(HALF, 0.5);
  integer(SIGN, i32.MIN_VALUE);
  float(INFINITE, Infinity);
  writeExponential();
  writeLogarithm();
  writeOthers();
}

function writeExponential(): void {
  // Where float32 has long become 0 and infinity.
  float(EXP_LEAST, -105);
  float(EXP_MOST, 89);
  float(EXPM1_LEAST, -20);
  float(LOG2_E, Math.LOG2E);
  // ln 2 in two parts; the first has so few digits that its products with exponents are exact.
  float(LN2_HIGH, 0.693359375);
  float(LN2_LOW, -2.1219444005469057e-4);
  float(MINUS_LN2_LOW, 2.1219444005469057e-4);
  // The exponent of 1, as it is stored.
  integer(BIAS, 127);
  float(EXP_COEFFICIENTS, 0.00019845885230125623);
  float(EXP_COEFFICIENTS + 1, 0.0013940720023469663);
  float(EXP_COEFFICIENTS + 2, 0.008333389571771639);
  float(EXP_COEFFICIENTS + 3, 0.04166635981996659);
  float(EXP_COEFFICIENTS + 4, 0.16666666368862934);
  float(EXP_COEFFICIENTS + 5, 0.5000000044399692);
}

function writeLogarithm(): void {
  float(SMALLEST_NORMAL, 1.1754943508222875e-38);
  float(DENORMAL_SCALE, 8388608);
  integer(DENORMAL_SHIFT, 23);
  integer(MANTISSA, 0x007fffff);
  integer(EXPONENT_OF_HALF, 126 << 23);
  integer(EXPONENT_OFFSET, -126);
  float(ROOT_HALF, Math.SQRT1_2);
  float(LOG_COEFFICIENTS, 0.06746639057186049);
  float(LOG_COEFFICIENTS + 1, -0.1167565032135869);
  float(LOG_COEFFICIENTS + 2, 0.11888162080063669);
  float(LOG_COEFFICIENTS + 3, -0.12405589160156555);
  float(LOG_COEFFICIENTS + 4, 0.14219552422299608);
  float(LOG_COEFFICIENTS + 5, -0.1666799584239629);
  float(LOG_COEFFICIENTS + 6, 0.2000211865531162);
  float(LOG_COEFFICIENTS + 7, -0.25000009599580386);
  float(LOG_COEFFICIENTS + 8, 0.33333312604110266);
}

function writeOthers(): void {
  // tanh 10 is 1 in float32.
  float(TANH_MOST, 10);
  // Below and above, TensorFlow.js's softplus is exp(x) and x: ln 2⁻²³ + 2.
  float(SOFTPLUS_LINEAR, 13.942384719848633);
  // From here on erf is computed by way of its complement; from 4 on it is 1 in float32.
  float(ERF_MIDDLE, 0.875);
  float(ERF_MOST, 4);
  float(ERF_SMALL, -0.0006203254890352538);
  float(ERF_SMALL + 1, 0.005032181280782197);
  float(ERF_SMALL + 2, -0.02679146301485309);
  float(ERF_SMALL + 3, 0.1128245532942137);
  float(ERF_SMALL + 4, -0.37612550464236705);
  float(ERF_SMALL + 5, 0.1283791574918252);
  float(ERF_LARGE, -0.00020099621112924795);
  float(ERF_LARGE + 1, 0.0030922920209085535);
  float(ERF_LARGE + 2, -0.02242021727545498);
  float(ERF_LARGE + 3, 0.10432750388415701);
  float(ERF_LARGE + 4, 0.636737231256115);
  float(ERF_LARGE + 5, 1.12793612600498);
  float(ERF_LARGE + 6, 0.0001335751431324935);
}

function float(place: i32, value: f64): void {
  v128.store(START + ((<usize>place) << 4), f32x4.splat(<f32>value));
}

function integer(place: i32, value: i32): void {
  v128.store(START + ((<usize>place) << 4), i32x4.splat(value));
}
