import { Args } from '../args';

/**
 * How a reduction of x [outer, reduced, inner] is cut. Long stretches of numbers are cut into parts, each with a
 * result of its own, which are then reduced in turn: out is [outer, parts, inner]. The cut depends on the shape alone.
 *
 * Arguments: x, out, reduced, inner, parts, numbers of `reduced` in a part.
 * A unit of work is a part of a row where inner is 1, else a part of up to STRIP neighbouring columns.
 */
export const STRIP: i32 = 16;
export const STRIP_BYTES: usize = 64;

export class Part {
  /** Units for each part. */
  @inline
  static strips(args: usize): i32 {
    return (Args.int(args, 3) + STRIP - 1) / STRIP;
  }

  /** Numbers of `reduced` in a part: the last may be shorter. */
  @inline
  static length(args: usize, part: i32): i32 {
    const longest = Args.int(args, 5);
    return min(longest, Args.int(args, 2) - (part % Args.int(args, 4)) * longest);
  }

  /** Where a part begins; parts are counted through all outers. */
  @inline
  static start(args: usize, part: i32): usize {
    const parts = Args.int(args, 4);
    const outer = part / parts;
    const first = outer * Args.int(args, 2) + (part - outer * parts) * Args.int(args, 5);
    return Args.pointer(args, 0) + ((<usize>first * Args.pointer(args, 3)) << 2);
  }

  /** Where the results of a part begin. */
  @inline
  static out(args: usize, part: i32): usize {
    return Args.pointer(args, 1) + ((<usize>part * Args.pointer(args, 3)) << 2);
  }
}
