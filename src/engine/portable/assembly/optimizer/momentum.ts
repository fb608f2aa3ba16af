import { Args } from '../args';
import { UNIT_BYTES, VECTOR } from '../elementwise/flat';

/**
 * A step of gradient descent, in place: w = w + c g, where c is the negative learning rate.
 * Units: 16 numbers. Arguments: w, g, c.
 */
export function descend(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const c = f32x4.splat(Args.float(args, 2));
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const step = f32x4.mul(c, v128.load(g + i));
    v128.store(w + i, f32x4.add(step, v128.load(w + i)));
  }
}

/**
 * The same with momentum, in place. Units: 16 numbers.
 *     a = μ a + g
 *     w = w + c a, or after Nesterov w + c (g + μ a)
 * Arguments: w, g, a, c, μ, 1 for Nesterov's.
 */
export function momentum(args: usize, begin: i32, end: i32): void {
  const w = Args.pointer(args, 0);
  const g = Args.pointer(args, 1);
  const a = Args.pointer(args, 2);
  const c = f32x4.splat(Args.float(args, 3));
  const mu = f32x4.splat(Args.float(args, 4));
  const nesterov = Args.int(args, 5) !== 0;
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    const gradient = v128.load(g + i);
    const sum = f32x4.add(f32x4.mul(mu, v128.load(a + i)), gradient);
    const direction = nesterov ? f32x4.add(gradient, f32x4.mul(sum, mu)) : sum;
    v128.store(a + i, sum);
    v128.store(w + i, f32x4.add(f32x4.mul(c, direction), v128.load(w + i)));
  }
}
