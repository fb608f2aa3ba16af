/**
 * The innermost loops of a convolution: tiles of four rows of C by up to eight columns, C = A · B, where A is never
 * written down. Unfolded (im2col), A would have a row for each place of the window and a term for each number in the
 * window. The address of an element is a sum of a part that depends on the row and a part that depends on the term,
 * so it is enough to keep the two parts (Dukhan 2019, “The Indirect Convolution Algorithm”, takes a similar way).
 *
 * `rows` is a table of pairs, bytes from `a` and bytes from `c`, one for each row, filled up to a multiple of four
 * with copies of the last. `segments` are the bytes from there to each run of `terms` terms, which are `step` apart.
 * B is packed: for each term in turn, eight columns.
 */

import { Four } from '../four';
import { NR, PANEL_ROW } from '../gemm/blocking';
import { Simd } from '../simd';

/** Bytes of a pair in the table of rows, and of four of them. */
export const PAIR: usize = 8;
const FOUR_PAIRS: usize = 32;

class Offset {
  @inline
  static at(table: usize): usize {
    return <usize>load<u32>(table);
  }
}

/** A row of a tile: eight numbers, or the first `columns` of them at the edge of C. */
class Row {
  @inline
  static put(c: usize, left: v128, right: v128, columns: i32): void {
    if (columns === NR) {
      v128.store(c, left);
      v128.store(c, right, 16);
    } else {
      putEdge(c, left, right, columns);
    }
  }

  @inline
  static left(c: usize, columns: i32): v128 {
    return columns === NR ? v128.load(c) : edge(c, columns);
  }

  @inline
  static right(c: usize, columns: i32): v128 {
    return columns === NR ? v128.load(c, 16) : edge(c + 16, columns - 4);
  }
}

// Not inlined, so that the code stays small: it is needed for one panel at the most.
function putEdge(c: usize, left: v128, right: v128, columns: i32): void {
  Four.store(c, left, columns);
  if (columns > 4) Four.store(c + 16, right, columns - 4);
}

function edge(c: usize, columns: i32): v128 {
  return Four.load(c, columns);
}

/** Inlined three times: with `step` 4, with any step, and with `single`, where each term has a segment of its own. */
class FourRows {
  @inline
  static run(
    tiles: i32,
    rows: usize,
    a: usize,
    segments: usize,
    count: i32,
    terms: i32,
    step: usize,
    single: bool,
    b0: usize,
    initial: usize,
    c: usize,
    columns: i32,
  ): void {
    do {
      let c00: v128;
      let c01: v128;
      let c10: v128;
      let c11: v128;
      let c20: v128;
      let c21: v128;
      let c30: v128;
      let c31: v128;
      if (initial) {
        c00 = v128.load(initial);
        c01 = v128.load(initial, 16);
        c10 = c00;
        c11 = c01;
        c20 = c00;
        c21 = c01;
        c30 = c00;
        c31 = c01;
      } else {
        c00 = Row.left(c + Offset.at(rows + 4), columns);
        c01 = Row.right(c + Offset.at(rows + 4), columns);
        c10 = Row.left(c + Offset.at(rows + 12), columns);
        c11 = Row.right(c + Offset.at(rows + 12), columns);
        c20 = Row.left(c + Offset.at(rows + 20), columns);
        c21 = Row.right(c + Offset.at(rows + 20), columns);
        c30 = Row.left(c + Offset.at(rows + 28), columns);
        c31 = Row.right(c + Offset.at(rows + 28), columns);
      }
      const row0 = a + Offset.at(rows);
      const row1 = a + Offset.at(rows + 8);
      const row2 = a + Offset.at(rows + 16);
      const row3 = a + Offset.at(rows + 24);
      let segment = segments;
      let n = count;
      let b = b0;
      do {
        const offset = Offset.at(segment);
        let a0 = row0 + offset;
        let a1 = row1 + offset;
        let a2 = row2 + offset;
        let a3 = row3 + offset;
        let k = terms;
        do {
          const left = v128.load(b);
          const right = v128.load(b, 16);
          let x = Simd.splatAt(a0);
          c00 = Simd.madd(x, left, c00);
          c01 = Simd.madd(x, right, c01);
          x = Simd.splatAt(a1);
          c10 = Simd.madd(x, left, c10);
          c11 = Simd.madd(x, right, c11);
          x = Simd.splatAt(a2);
          c20 = Simd.madd(x, left, c20);
          c21 = Simd.madd(x, right, c21);
          x = Simd.splatAt(a3);
          c30 = Simd.madd(x, left, c30);
          c31 = Simd.madd(x, right, c31);
          a0 += step;
          a1 += step;
          a2 += step;
          a3 += step;
          b += PANEL_ROW;
        } while (single ? 0 : --k);
        segment += 4;
      } while (--n);
      Row.put(c + Offset.at(rows + 4), c00, c01, columns);
      Row.put(c + Offset.at(rows + 12), c10, c11, columns);
      Row.put(c + Offset.at(rows + 20), c20, c21, columns);
      Row.put(c + Offset.at(rows + 28), c30, c31, columns);
      rows += FOUR_PAIRS;
    } while (--tiles);
  }
}

/**
 * @param initial where the eight numbers lie that every row of C starts with; 0 to add to what is in C
 * @param columns up to eight
 */
export function fourRows(
  tiles: i32,
  rows: usize,
  a: usize,
  segments: usize,
  count: i32,
  terms: i32,
  step: usize,
  b: usize,
  initial: usize,
  c: usize,
  columns: i32,
): void {
  if (terms === 1) {
    FourRows.run(tiles, rows, a, segments, count, 1, 4, true, b, initial, c, columns);
  } else if (step === 4) {
    FourRows.run(tiles, rows, a, segments, count, terms, 4, false, b, initial, c, columns);
  } else {
    FourRows.run(tiles, rows, a, segments, count, terms, step, false, b, initial, c, columns);
  }
}
