import { Args } from '../args';
import { UNIT_BYTES, VECTOR } from './flat';

/** y = 0 + x0 + x1 + …, in this order. Units: 16 numbers. Arguments: y, count, x0, x1, … */
export function addMany(args: usize, begin: i32, end: i32): void {
  const y = Args.pointer(args, 0);
  const count = Args.int(args, 1);
  for (let i = <usize>begin * UNIT_BYTES; i < <usize>end * UNIT_BYTES; i += VECTOR) {
    let sum = f32x4.splat(0);
    for (let k = 0; k < count; k++) sum = f32x4.add(sum, v128.load(Args.pointer(args, 2 + k) + i));
    v128.store(y + i, sum);
  }
}
