/**
 * The innermost loops of a matrix product: `tiles` tiles of C, one below the other, each of up to MR rows by NR columns,
 * from `terms` columns of A and rows of B. All distances are in bytes.
 *
 * A's element (i, k) lies at a + i · rowStep + k · termStep. B's row k lies at b + k · bStep, NR floats.
 */
import { Simd } from '../simd';
import { PANEL_ROW } from './blocking';

/** Stores one row of the tile, or adds it to what is there. */
class Row {
  @inline
  static put(c: usize, left: v128, right: v128, add: bool): void {
    if (add) {
      v128.store(c, f32x4.add(v128.load(c), left));
      v128.store(c, f32x4.add(v128.load(c, 16), right), 16);
    } else {
      v128.store(c, left);
      v128.store(c, right, 16);
    }
  }
}

/**
 * Tiles of four rows: the loop that nearly all the time of training is spent in. Two terms a turn, so that adding to
 * the pointers does not hold up the multiply-adds. Inlined where the steps are constants, which makes them part of
 * the load instructions.
 */
class FourRows {
  @inline
  static run(
    tiles: i32,
    tileStep: usize,
    terms: i32,
    a: usize,
    rowStep: usize,
    termStep: usize,
    b0: usize,
    bStep: usize,
    c: usize,
    cStep: usize,
    add: bool,
  ): void {
    const zero = f32x4.splat(0);
    do {
      let c00 = zero;
      let c01 = zero;
      let c10 = zero;
      let c11 = zero;
      let c20 = zero;
      let c21 = zero;
      let c30 = zero;
      let c31 = zero;
      let a0 = a;
      let a1 = a + rowStep;
      let a2 = a + rowStep * 2;
      let a3 = a + rowStep * 3;
      let b = b0;
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
        a0 += termStep;
        a1 += termStep;
        a2 += termStep;
        a3 += termStep;
        b += bStep;
      } while (--k);
      Row.put(c, c00, c01, add);
      Row.put(c + cStep, c10, c11, add);
      Row.put(c + cStep * 2, c20, c21, add);
      Row.put(c + cStep * 3, c30, c31, add);
      a += tileStep;
      c += cStep * 4;
    } while (--tiles);
  }
}

/** Tiles of four rows, in the three layouts that occur: packed A, rows of A as they are, and anything else. */
export function fourRows(
  tiles: i32,
  tileStep: usize,
  terms: i32,
  a: usize,
  rowStep: usize,
  termStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cStep: usize,
  add: bool,
): void {
  if (bStep === PANEL_ROW && termStep === 16 && rowStep === 4) {
    FourRows.run(tiles, tileStep, terms, a, 4, 16, b, PANEL_ROW, c, cStep, add);
  } else if (bStep === PANEL_ROW && termStep === 4) {
    FourRows.run(tiles, tileStep, terms, a, rowStep, 4, b, PANEL_ROW, c, cStep, add);
  } else {
    FourRows.run(tiles, tileStep, terms, a, rowStep, termStep, b, bStep, c, cStep, add);
  }
}

/** What is left below the tiles of four. */
export function oneRow(
  terms: i32,
  a: usize,
  termStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  add: bool,
): void {
  let left = f32x4.splat(0);
  let right = left;
  do {
    const x = Simd.splatAt(a);
    left = Simd.madd(x, v128.load(b), left);
    right = Simd.madd(x, v128.load(b, 16), right);
    a += termStep;
    b += bStep;
  } while (--terms);
  Row.put(c, left, right, add);
}

export function twoRows(
  terms: i32,
  a: usize,
  rowStep: usize,
  termStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cStep: usize,
  add: bool,
): void {
  const zero = f32x4.splat(0);
  let c00 = zero;
  let c01 = zero;
  let c10 = zero;
  let c11 = zero;
  do {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    let x = Simd.splatAt(a);
    c00 = Simd.madd(x, left, c00);
    c01 = Simd.madd(x, right, c01);
    x = Simd.splatAt(a + rowStep);
    c10 = Simd.madd(x, left, c10);
    c11 = Simd.madd(x, right, c11);
    a += termStep;
    b += bStep;
  } while (--terms);
  Row.put(c, c00, c01, add);
  Row.put(c + cStep, c10, c11, add);
}
