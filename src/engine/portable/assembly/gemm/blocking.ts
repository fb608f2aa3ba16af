/**
 * How a matrix product is cut so that what is used again stays in a cache (Goto and van de Geijn 2008,
 * “Anatomy of High-Performance Matrix Multiplication”): a block of A and a panel of B are read many times,
 * so they must fit into the second-level and first-level cache.
 */

/** Terms that are added up in registers before C is touched: a panel of B is KC · NR · 4 bytes = 8 KB. */
export const KC: i32 = 256;
/** Rows of A in a block: MC · KC · 4 bytes = 96 KB. */
export const MC: i32 = 96;
/** Columns of B that are packed at a time: NC · KC · 4 bytes = 1 MB. */
export const NC: i32 = 1024;

/**
 * The tile of C that stays in registers, MR rows by NR columns: 8 accumulators of 4 lanes, 2 of B, 1 of A.
 * 16 registers are all that 128-bit x86 has; with 5 or 6 rows some versions of V8 spill.
 */
export const MR: i32 = 4;
export const NR: i32 = 8;

/** Bytes of a float32 and of a row of a packed panel of B. */
export const F32: usize = 4;
export const PANEL_ROW: usize = 32;
