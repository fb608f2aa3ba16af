/** Optimizers that divide each gradient by how large it has been. */
import { Args } from '../args';
import { UNIT_BYTES, VECTOR } from '../elementwise/flat';

/**
 * A step of RMSProp, in place (Hinton 2012, lecture 6e). Units: 16 numbers.
 *     s = ρ s + (1 − ρ) g²
 *     n = ρ n + (1 − ρ) g, where it is centred
 *     a = μ a + α g / √(s − n² + ε); TensorFlow.js subtracts ε where it is centred
 *     w = w − a
 * Arguments: w, g, s, a, n (0: not centred), ρ, 1 − ρ, μ, α, ε.
 */
export function rmsProp(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const s = Args.pointer(args, 2);
  const a = Args.pointer(args, 3);
  const n = Args.pointer(args, 4);
  const decay = f32x4.splat(Args.float(args, 5));
  const rest = f32x4.splat(Args.float(args, 6));
  const mu = f32x4.splat(Args.float(args, 7));
  const rate = f32x4.splat(Args.float(args, 8));
  const epsilon = f32x4.splat(Args.float(args, 9));
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const gradient = v128.load(g + i);
    const square = f32x4.mul(gradient, gradient);
    const squares = f32x4.add(f32x4.mul(v128.load(s + i), decay), f32x4.mul(square, rest));
    let variance = f32x4.add(squares, epsilon);
    if (n) {
      const mean = f32x4.add(f32x4.mul(v128.load(n + i), decay), f32x4.mul(gradient, rest));
      v128.store(n + i, mean);
      variance = f32x4.sub(squares, f32x4.add(f32x4.mul(mean, mean), epsilon));
    }
    const step = f32x4.div(f32x4.mul(gradient, rate), f32x4.sqrt(variance));
    const sum = f32x4.add(f32x4.mul(v128.load(a + i), mu), step);
    v128.store(s + i, squares);
    v128.store(a + i, sum);
    v128.store(w + i, f32x4.sub(v128.load(w + i), sum));
  }
}

/**
 * A step of Adagrad, in place (Duchi et al. 2011). Units: 16 numbers.
 *     s = s + g²
 *     w = w − α g / √(s + ε)
 * Arguments: w, g, s, α, ε.
 */
export function adagrad(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const s = Args.pointer(args, 2);
  const rate = f32x4.splat(Args.float(args, 3));
  const epsilon = f32x4.splat(Args.float(args, 4));
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const gradient = v128.load(g + i);
    const squares = f32x4.add(v128.load(s + i), f32x4.mul(gradient, gradient));
    const step = f32x4.mul(f32x4.div(gradient, f32x4.sqrt(f32x4.add(squares, epsilon))), rate);
    v128.store(s + i, squares);
    v128.store(w + i, f32x4.sub(v128.load(w + i), step));
  }
}

/**
 * A step of Adadelta, in place (Zeiler 2012, algorithm 1). Units: 16 numbers.
 *     d = √(u + ε) / √(s + ε) · g, with s of before this step, as in TensorFlow.js
 *     s = ρ s + (1 − ρ) g²
 *     u = ρ u + (1 − ρ) d²
 *     w = w − α d
 * Arguments: w, g, s, u, ρ, 1 − ρ, α, ε.
 */
export function adadelta(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const s = Args.pointer(args, 2);
  const u = Args.pointer(args, 3);
  const decay = f32x4.splat(Args.float(args, 4));
  const rest = f32x4.splat(Args.float(args, 5));
  const rate = f32x4.splat(Args.float(args, 6));
  const epsilon = f32x4.splat(Args.float(args, 7));
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const gradient = v128.load(g + i);
    const squares = v128.load(s + i);
    const updates = v128.load(u + i);
    const above = f32x4.sqrt(f32x4.add(updates, epsilon));
    const below = f32x4.sqrt(f32x4.add(squares, epsilon));
    const update = f32x4.mul(f32x4.div(above, below), gradient);
    const square = f32x4.mul(gradient, gradient);
    v128.store(s + i, f32x4.add(f32x4.mul(squares, decay), f32x4.mul(square, rest)));
    const moved = f32x4.mul(f32x4.mul(update, update), rest);
    v128.store(u + i, f32x4.add(f32x4.mul(updates, decay), moved));
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.mul(update, rate)));
  }
}
