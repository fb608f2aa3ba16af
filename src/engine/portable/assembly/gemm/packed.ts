/**
 * Products with a B that is used many times, as the weights of a recurrent layer are at every step: packed once,
 * in the order in which `gemm` would pack it for each of them.
 */
import { F32, KC, MC, NR } from './blocking';
import { block } from './gemm';
import { packB } from './pack';

/** Packs the whole of B, whose element (k, j) lies at b + k · bTerm + j · bColumn, into terms × padded(columns) floats. */
export function packWhole(
  b: usize,
  bTerm: usize,
  bColumn: usize,
  terms: i32,
  columns: i32,
  to: usize,
): void {
  for (let k = 0; k < terms; k += KC) {
    const depth = min(KC, terms - k);
    packB(b + <usize>k * bTerm, bTerm, bColumn, depth, columns, to);
    to += bytesOf(depth, columns);
  }
}

/** C = A · B, where A's rows are contiguous and aRow bytes apart. Each element's terms are added as `gemm` adds them. */
export function gemmPacked(
  rows: i32,
  columns: i32,
  terms: i32,
  a: usize,
  aRow: usize,
  panels: usize,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  for (let k = 0; k < terms; k += KC) {
    const depth = min(KC, terms - k);
    const more = add || k > 0;
    for (let i = 0; i < rows; i += MC) {
      const height = min(MC, rows - i);
      const aBlock = a + <usize>i * aRow + <usize>k * F32;
      block(height, columns, depth, aBlock, aRow, F32, panels, c + <usize>i * cRow, cRow, more);
    }
    panels += bytesOf(depth, columns);
  }
}

/** Bytes of `terms` rows of packed panels. */
function bytesOf(terms: i32, columns: i32): usize {
  return <usize>terms * <usize>((columns + NR - 1) & ~(NR - 1)) * F32;
}
