/**
 * Copies parts of A and B into the order in which the micro kernel reads them. B comes in panels of NR columns,
 * row after row, with zeros where the matrix ends; A in tiles of MR rows, term after term.
 */
import { F32, MR, NR, PANEL_ROW } from './blocking';

/** Packs `terms` rows and `width` columns of B, whose element (k, j) lies at b + k · rowStep + j · columnStep. */
export function packB(
  b: usize,
  rowStep: usize,
  columnStep: usize,
  terms: i32,
  width: i32,
  to: usize,
): void {
  for (let j = 0; j < width; j += NR) {
    const columns = min(NR, width - j);
    const from = b + <usize>j * columnStep;
    if (columns < NR) packNarrow(from, rowStep, columnStep, terms, columns, to);
    else if (columnStep === F32) packRows(from, rowStep, terms, to);
    else packColumns(from, columnStep, terms, to);
    to += <usize>terms * PANEL_ROW;
  }
}

/** A panel whose rows lie in memory as they are needed. */
function packRows(b: usize, rowStep: usize, terms: i32, to: usize): void {
  do {
    v128.store(to, v128.load(b));
    v128.store(to, v128.load(b, 16), 16);
    b += rowStep;
    to += PANEL_ROW;
  } while (--terms);
}

/** A panel whose columns are contiguous (B transposed): turns squares of 4 × 4. */
function packColumns(b: usize, columnStep: usize, terms: i32, to: usize): void {
  const whole = terms & ~3;
  for (let half: usize = 0; half < 2; half++) {
    let from = b + half * 4 * columnStep;
    let out = to + half * 16;
    for (let k = 0; k < whole; k += 4) {
      turn(from, columnStep, out, PANEL_ROW);
      from += 16;
      out += 4 * PANEL_ROW;
    }
  }
  for (let k = whole; k < terms; k++) {
    for (let j = 0; j < NR; j++) {
      const value = load<f32>(b + <usize>j * columnStep + <usize>k * F32);
      store<f32>(to + <usize>k * PANEL_ROW + <usize>j * F32, value);
    }
  }
}

/** Writes the 4 × 4 square at `from`, whose rows are `step` bytes apart, transposed to `to`. */
export function turn(from: usize, step: usize, to: usize, toStep: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + step);
  const r2 = v128.load(from + step * 2);
  const r3 = v128.load(from + step * 3);
  const t0 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const t1 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const t2 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const t3 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(t0, t1, 0, 2));
  v128.store(to + toStep, v128.shuffle<i64>(t0, t1, 1, 3));
  v128.store(to + toStep * 2, v128.shuffle<i64>(t2, t3, 0, 2));
  v128.store(to + toStep * 3, v128.shuffle<i64>(t2, t3, 1, 3));
}

function packNarrow(
  b: usize,
  rowStep: usize,
  columnStep: usize,
  terms: i32,
  columns: i32,
  to: usize,
): void {
  for (let k = 0; k < terms; k++) {
    let from = b + <usize>k * rowStep;
    for (let j = 0; j < NR; j++) {
      store<f32>(to + <usize>j * F32, j < columns ? load<f32>(from) : 0);
      from += columnStep;
    }
    to += PANEL_ROW;
  }
}

/**
 * Packs `rows` rows of A whose columns are contiguous (A transposed: element (i, k) at a + 4 i + k · termStep).
 * Sixteen at a time: with a power of two between the terms, four at a time would fall into the same cache lines.
 */
export function packA(a: usize, termStep: usize, rows: i32, terms: i32, to: usize): void {
  const tile = <usize>(MR * terms) * F32;
  let i = 0;
  for (; i + 16 <= rows; i += 16) {
    packSixteen(a + <usize>i * F32, termStep, terms, to, tile);
    to += tile * 4;
  }
  for (; i + MR <= rows; i += MR) {
    let from = a + <usize>i * F32;
    for (let k = 0; k < terms; k++) {
      v128.store(to + ((<usize>k) << 4), v128.load(from));
      from += termStep;
    }
    to += tile;
  }
  if (i < rows) packShort(a + <usize>i * F32, termStep, rows - i, terms, to);
}

function packSixteen(a: usize, termStep: usize, terms: i32, to: usize, tile: usize): void {
  const second = to + tile;
  const third = second + tile;
  const fourth = third + tile;
  const end = (<usize>terms) << 4;
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(to + at, v128.load(a));
    v128.store(second + at, v128.load(a, 16));
    v128.store(third + at, v128.load(a, 32));
    v128.store(fourth + at, v128.load(a, 48));
    a += termStep;
  }
}

function packShort(a: usize, termStep: usize, rows: i32, terms: i32, to: usize): void {
  for (let k = 0; k < terms; k++) {
    for (let i = 0; i < MR; i++) {
      store<f32>(to + <usize>i * F32, i < rows ? load<f32>(a + <usize>i * F32) : 0);
    }
    a += termStep;
    to += 16;
  }
}
