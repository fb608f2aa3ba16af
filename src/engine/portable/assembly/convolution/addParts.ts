import { Args } from '../args';
import { F32 } from '../gemm/blocking';

/**
 * Adds up partial sums in their order. A unit of work is 16 numbers.
 *
 * Arguments: the sums, one after the other; how many; numbers of one, a multiple of 16; where the total goes.
 */
export function addParts(args: usize, begin: i32, end: i32): void {
  const count = Args.int(args, 1);
  const size = Args.int(args, 2);
  const to = Args.pointer(args, 3);
  for (let i = begin * 16; i < end * 16; i += 4) {
    let from = Args.pointer(args, 0) + <usize>i * F32;
    let sum = v128.load(from);
    for (let part = 1; part < count; part++) {
      from += <usize>size * F32;
      sum = f32x4.add(sum, v128.load(from));
    }
    v128.store(to + <usize>i * F32, sum);
  }
}
