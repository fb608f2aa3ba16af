import { F32 } from '../gemm/blocking';
import { COLUMNS, Scratch } from '../scratch';

/** Rows of the batch that go through a step together: enough to use packed weights well, few enough to stay cached. */
const MOST: i32 = 32;

/** Scratch memory of a step, for rows of the batch that go through it together. */
export class Rows {
  /** How many rows, when each needs `width` floats of scratch. */
  @inline
  static atATime(width: i32): i32 {
    return max(1, min(MOST, COLUMNS / width));
  }

  /** Scratch of row `row`, `width` floats wide. */
  @inline
  static scratch(row: i32, width: i32): usize {
    return Scratch.columns + <usize>(row * width) * F32;
  }

  /** Row `row` of a matrix of such rows. */
  @inline
  static of(matrix: usize, row: i32, width: i32): usize {
    return matrix + <usize>row * <usize>width * F32;
  }

  /** Time step `step` of row `row` in [batch, steps, width]. */
  @inline
  static step(tensor: usize, row: i32, steps: i32, step: i32, width: i32): usize {
    return tensor + (<usize>row * <usize>steps + <usize>step) * <usize>width * F32;
  }
}
