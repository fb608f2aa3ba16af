/** Bytes of a unit of work (16 numbers: see operations.ts) of 32 bits each, and of a vector. */
export const UNIT_BYTES: usize = 64;
export const VECTOR: usize = 16;
