/**
 * out[batch, outer, k, :] = x[batch, outer, indices[batch, k], :]. A unit of work is one k of one batch and outer.
 *
 * Arguments: x, indices, out, slices of x in each outer, indices of a batch, outers of a batch, bytes of a slice.
 * The indices have been checked.
 */
import { Args } from '../args';
import { Run } from './run';

export function gather(args: usize, begin: i32, end: i32): void {
  const slices = Args.int(args, 3);
  const count = Args.int(args, 4);
  const outers = Args.int(args, 5);
  const bytes = Args.pointer(args, 6);
  let outer = begin / count;
  let k = begin - outer * count;
  let to = Args.pointer(args, 2) + <usize>begin * bytes;
  for (let unit = begin; unit < end; unit++) {
    const batch = outer / outers;
    const index = load<i32>(Args.pointer(args, 1) + ((<usize>(batch * count + k)) << 2));
    const from = Args.pointer(args, 0) + <usize>(outer * slices + index) * bytes;
    Run.copy(from, to, bytes);
    to += bytes;
    if (++k < count) continue;
    k = 0;
    outer++;
  }
}
