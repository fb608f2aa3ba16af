/**
 * C = A · B + bias for a few columns only, such as the one channel of a grey image: a panel of eight would be mostly
 * zeros. Four terms at a time instead of four columns. A lies in an image, as in rows.ts.
 * B is packed: for each column the bias, three zeros, and its terms in turn; C's column j lies 4 j bytes behind its row.
 */
import { F32 } from '../gemm/blocking';
import { Simd } from '../simd';

/** Up to here it is faster than panels. */
export const FEW: i32 = 4;

/** Bytes of a packed column. */
export function columnBytes(terms: i32): usize {
  return <usize>(terms + 4) * F32;
}

/** @param terms of each of `count` segments, a multiple of four, next to each other */
export function fewColumns(
  tiles: i32,
  rows: usize,
  a: usize,
  segments: usize,
  count: i32,
  terms: i32,
  b: usize,
  columns: i32,
  c: usize,
): void {
  const column = columnBytes(count * terms);
  for (let j = 0; j < columns; j++) {
    oneColumn(tiles, rows, a, segments, count, terms >> 2, b, c + <usize>j * F32);
    b += column;
  }
}

function oneColumn(
  tiles: i32,
  rows: usize,
  a: usize,
  segments: usize,
  count: i32,
  fours: i32,
  b0: usize,
  c: usize,
): void {
  do {
    const row0 = a + <usize>load<u32>(rows);
    const row1 = a + <usize>load<u32>(rows, 8);
    const row2 = a + <usize>load<u32>(rows, 16);
    const row3 = a + <usize>load<u32>(rows, 24);
    let s0 = v128.load(b0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let b = b0 + 16;
    let segment = segments;
    let n = count;
    do {
      const offset = <usize>load<u32>(segment);
      let a0 = row0 + offset;
      let a1 = row1 + offset;
      let a2 = row2 + offset;
      let a3 = row3 + offset;
      let k = fours;
      do {
        const x = v128.load(b);
        s0 = Simd.madd(v128.load(a0), x, s0);
        s1 = Simd.madd(v128.load(a1), x, s1);
        s2 = Simd.madd(v128.load(a2), x, s2);
        s3 = Simd.madd(v128.load(a3), x, s3);
        a0 += 16;
        a1 += 16;
        a2 += 16;
        a3 += 16;
        b += 16;
      } while (--k);
      segment += 4;
    } while (--n);
    store<f32>(c + <usize>load<u32>(rows, 4), Simd.total(s0));
    store<f32>(c + <usize>load<u32>(rows, 12), Simd.total(s1));
    store<f32>(c + <usize>load<u32>(rows, 20), Simd.total(s2));
    store<f32>(c + <usize>load<u32>(rows, 28), Simd.total(s3));
    rows += 32;
  } while (--tiles);
}
