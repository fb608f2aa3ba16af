import { Args } from '../args';
import { UNIT_BYTES, VECTOR } from './flat';

/** Writes one 32-bit word, float or integer, into every place. Units: 16 numbers. Arguments: the word, where. */
export function fill(args: usize, begin: i32, end: i32): void {
  const word = i32x4.splat(Args.int(args, 0));
  const to = Args.pointer(args, 1);
  const last = to + <usize>end * UNIT_BYTES;
  for (let at = to + <usize>begin * UNIT_BYTES; at < last; at += UNIT_BYTES) {
    v128.store(at, word);
    v128.store(at, word, VECTOR);
    v128.store(at, word, 2 * VECTOR);
    v128.store(at, word, 3 * VECTOR);
  }
}
