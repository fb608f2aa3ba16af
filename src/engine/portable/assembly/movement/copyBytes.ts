import { Args } from '../args';

/** Copies a range of memory, in one unit. Arguments: from, to, bytes. */
export function copyBytes(args: usize): void {
  memory.copy(Args.pointer(args, 1), Args.pointer(args, 0), Args.pointer(args, 2));
}
