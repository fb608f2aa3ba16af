import { F32, KC, MC, NC, NR } from './gemm/blocking';

/**
 * Memory of one thread for what a kernel makes on the way. WebAssembly globals belong to an instance,
 * and each thread has an instance of its own, so no two threads share it.
 */
let packedA: usize = 0;
let packedB: usize = 0;
let tile: usize = 0;
let columns: usize = 0;

/** Float32 for the unfolded windows of a convolution (im2col): 256 KB, so that they are still in the cache when used. */
export const COLUMNS: i32 = 65536;

const BYTES_A: usize = <usize>(MC * KC) * F32;
const BYTES_B: usize = <usize>((NC + NR) * KC) * F32;
const BYTES_TILE: usize = <usize>(MC * NR) * F32;
const BYTES_COLUMNS: usize = <usize>COLUMNS * F32;
/** Whole vectors are written past the end of a short row. */
const MARGIN: usize = 64;

/** Bytes that a thread's scratch memory takes. */
export function scratchBytes(): usize {
  return BYTES_A + BYTES_B + BYTES_TILE + BYTES_COLUMNS + 4 * MARGIN;
}

/** Gives this thread its scratch memory, aligned to 64 bytes. */
export function setScratch(address: usize): void {
  packedA = address;
  packedB = packedA + BYTES_A + MARGIN;
  tile = packedB + BYTES_B + MARGIN;
  columns = tile + BYTES_TILE + MARGIN;
}

export class Scratch {
  /** A block of A, MC × KC. */
  @inline
  static get packedA(): usize {
    return packedA;
  }

  /** Panels of B, (NC + NR) × KC. */
  @inline
  static get packedB(): usize {
    return packedB;
  }

  /** A strip of C for columns that do not fill a panel, MC × NR. */
  @inline
  static get tile(): usize {
    return tile;
  }

  @inline
  static get columns(): usize {
    return columns;
  }
}
