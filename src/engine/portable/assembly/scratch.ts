import { F32, KC, MC, NC, NR } from './gemm/blocking';

/**
 * Memory of one thread for what a kernel makes on the way. WebAssembly globals belong to an instance,
 * and each thread has an instance of its own, so no two threads share it.
 */
let packedA: usize = 0;
let packedB: usize = 0;
let tile: usize = 0;
let columns: usize = 0;
let tables: usize = 0;

/** Float32 for a part of an image with its border (see convolution/window.ts): 256 KB, so that it stays in the cache. */
export const COLUMNS: i32 = 65536;
/** Bytes for tables of where rows and terms of a product lie (see convolution/product.ts). */
export const ROW_TABLE: usize = 65536;
export const TERM_TABLE: usize = 32768;

const BYTES_A: usize = <usize>(MC * KC) * F32;
const BYTES_B: usize = <usize>((NC + NR) * KC) * F32;
const BYTES_TILE: usize = <usize>(MC * NR) * F32;
const BYTES_COLUMNS: usize = <usize>COLUMNS * F32;
/** Whole vectors are written past the end of a short row. */
const MARGIN: usize = 64;

/** Bytes that a thread's scratch memory takes. */
export function scratchBytes(): usize {
  return BYTES_A + BYTES_B + BYTES_TILE + BYTES_COLUMNS + ROW_TABLE + TERM_TABLE + 6 * MARGIN;
}

/** Gives this thread its scratch memory, aligned to 64 bytes. */
export function setScratch(address: usize): void {
  packedA = address;
  packedB = packedA + BYTES_A + MARGIN;
  tile = packedB + BYTES_B + MARGIN;
  columns = tile + BYTES_TILE + MARGIN;
  tables = columns + BYTES_COLUMNS + MARGIN;
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

  @inline
  static get rowTable(): usize {
    return tables;
  }

  @inline
  static get termTable(): usize {
    return tables + ROW_TABLE + MARGIN;
  }
}
