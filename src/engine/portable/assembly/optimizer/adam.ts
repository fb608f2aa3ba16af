import { Args } from '../args';
import { UNIT_BYTES, VECTOR } from '../elementwise/flat';

/**
 * A step of Adam, in place (Kingma and Ba 2015, algorithm 1). Units: 16 numbers.
 *     m = β₁ m + (1 − β₁) g
 *     v = β₂ v + (1 − β₂) g²
 *     w = w − rate · m / (√(v · correction) + ε)
 * where rate = α / (1 − β₁ᵗ) and correction = 1 / (1 − β₂ᵗ).
 * Arguments: w, g, m, v, β₁, 1 − β₁, β₂, 1 − β₂, rate, correction, ε.
 */
export function adam(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const m = Args.pointer(args, 2);
  const v = Args.pointer(args, 3);
  const beta1 = f32x4.splat(Args.float(args, 4));
  const rest1 = f32x4.splat(Args.float(args, 5));
  const beta2 = f32x4.splat(Args.float(args, 6));
  const rest2 = f32x4.splat(Args.float(args, 7));
  const rate = f32x4.splat(Args.float(args, 8));
  const correction = f32x4.splat(Args.float(args, 9));
  const epsilon = f32x4.splat(Args.float(args, 10));
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const gradient = v128.load(g + i);
    const square = f32x4.mul(gradient, gradient);
    const first = f32x4.add(f32x4.mul(v128.load(m + i), beta1), f32x4.mul(gradient, rest1));
    const second = f32x4.add(f32x4.mul(v128.load(v + i), beta2), f32x4.mul(square, rest2));
    const root = f32x4.sqrt(f32x4.mul(second, correction));
    const step = f32x4.div(f32x4.mul(first, rate), f32x4.add(root, epsilon));
    v128.store(m + i, first);
    v128.store(v + i, second);
    v128.store(w + i, f32x4.sub(v128.load(w + i), step));
  }
}

/**
 * A step of Adamax, in place (the same paper, algorithm 2). Units: 16 numbers.
 *     m = β₁ m + (1 − β₁) g
 *     u = max(β₂ u, |g|)
 *     w = w − rate · m / (u + ε)
 * Arguments: w, g, m, u, β₁, 1 − β₁, β₂, rate, ε.
 */
export function adamax(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const m = Args.pointer(args, 2);
  const u = Args.pointer(args, 3);
  const beta1 = f32x4.splat(Args.float(args, 4));
  const rest1 = f32x4.splat(Args.float(args, 5));
  const beta2 = f32x4.splat(Args.float(args, 6));
  const rate = f32x4.splat(Args.float(args, 7));
  const epsilon = f32x4.splat(Args.float(args, 8));
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const gradient = v128.load(g + i);
    const first = f32x4.add(f32x4.mul(v128.load(m + i), beta1), f32x4.mul(gradient, rest1));
    const norm = f32x4.max(f32x4.mul(v128.load(u + i), beta2), f32x4.abs(gradient));
    const step = f32x4.mul(rate, f32x4.div(first, f32x4.add(norm, epsilon)));
    v128.store(m + i, first);
    v128.store(u + i, norm);
    v128.store(w + i, f32x4.sub(v128.load(w + i), step));
  }
}
