/**
 * C = A · B, or C += A · B, for float32 matrices in any layout in which one of the two steps is that of neighbours.
 * A is rows × terms with element (i, k) at a + i · aRow + k · aTerm, B is terms × columns with element (k, j)
 * at b + k · bTerm + j · bColumn, C is rows × columns with rows cRow apart. All steps are in bytes.
 *
 * The order in which the terms of one element are added does not depend on where the element lies in C,
 * so a product that is cut among threads gives the same numbers.
 */
import { Scratch } from '../scratch';
import { F32, KC, MC, MR, NC, NR, PANEL_ROW } from './blocking';
import { fourRows, oneRow, twoRows } from './microKernel';
import { packA, packB } from './pack';

export function gemm(
  rows: i32,
  columns: i32,
  terms: i32,
  a: usize,
  aRow: usize,
  aTerm: usize,
  b: usize,
  bTerm: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  if (rows <= 0 || columns <= 0) return;
  if (terms <= 0) {
    if (!add) clear(rows, columns, c, cRow);
    return;
  }
  // With few rows packing B costs more than it saves.
  const inPlace = bColumn === F32 && rows <= 2 * MR;
  for (let j = 0; j < columns; j += NC) {
    const width = min(NC, columns - j);
    for (let k = 0; k < terms; k += KC) {
      const depth = min(KC, terms - k);
      const from = b + <usize>k * bTerm + <usize>j * bColumn;
      if (!inPlace) packB(from, bTerm, bColumn, depth, width, Scratch.packedB);
      const cFrom = c + <usize>j * F32;
      const aFrom = a + <usize>k * aTerm;
      const more = add || k > 0;
      for (let i = 0; i < rows; i += MC) {
        const height = min(MC, rows - i);
        const aBlock = aFrom + <usize>i * aRow;
        const cBlock = cFrom + <usize>i * cRow;
        if (inPlace) {
          blockInPlace(height, width, depth, aBlock, aRow, aTerm, from, bTerm, cBlock, cRow, more);
        } else {
          block(height, width, depth, aBlock, aRow, aTerm, Scratch.packedB, cBlock, cRow, more);
        }
      }
    }
  }
}

/** C = 0: a sum of no terms. */
function clear(rows: i32, columns: i32, c: usize, cRow: usize): void {
  for (let i = 0; i < rows; i++) memory.fill(c + <usize>i * cRow, 0, <usize>columns * F32);
}

/** A block of C from packed panels of B. */
export function block(
  height: i32,
  width: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aTerm: usize,
  panels: usize,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  let tileStep = aRow * <usize>MR;
  // Transposed A is packed where it is used more than once.
  if (aTerm !== F32 && width >= 2 * NR) {
    packA(a, aTerm, height, depth, Scratch.packedA);
    a = Scratch.packedA;
    aRow = F32;
    aTerm = <usize>MR * F32;
    tileStep = aTerm * <usize>depth;
  }
  for (let j = 0; j < width; j += NR) {
    const panel = panels + <usize>(j * depth) * F32;
    const to = c + <usize>j * F32;
    strip(
      height,
      min(NR, width - j),
      depth,
      a,
      aRow,
      aTerm,
      tileStep,
      panel,
      PANEL_ROW,
      to,
      cRow,
      add,
    );
  }
}

/** The same with B read where it lies; only columns that do not fill a panel are packed. */
function blockInPlace(
  height: i32,
  width: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aTerm: usize,
  b: usize,
  bTerm: usize,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  const tileStep = aRow * <usize>MR;
  for (let j = 0; j < width; j += NR) {
    const columns = min(NR, width - j);
    let panel = b + <usize>j * F32;
    let step = bTerm;
    if (columns < NR) {
      packB(panel, bTerm, F32, depth, columns, Scratch.packedB);
      panel = Scratch.packedB;
      step = PANEL_ROW;
    }
    const to = c + <usize>j * F32;
    strip(height, columns, depth, a, aRow, aTerm, tileStep, panel, step, to, cRow, add);
  }
}

/** Up to NR columns of a block of C. Fewer go through a strip of their own, since whole vectors are written. */
function strip(
  height: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aTerm: usize,
  tileStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  if (columns === NR) {
    wholeStrip(height, depth, a, aRow, aTerm, tileStep, b, bStep, c, cRow, add);
    return;
  }
  const tile = Scratch.tile;
  wholeStrip(height, depth, a, aRow, aTerm, tileStep, b, bStep, tile, PANEL_ROW, false);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < columns; j++) {
      const to = c + <usize>i * cRow + <usize>j * F32;
      const value = load<f32>(tile + <usize>i * PANEL_ROW + <usize>j * F32);
      store<f32>(to, add ? load<f32>(to) + value : value);
    }
  }
}

function wholeStrip(
  height: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aTerm: usize,
  tileStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  const tiles = height / MR;
  if (tiles > 0) fourRows(tiles, tileStep, depth, a, aRow, aTerm, b, bStep, c, cRow, add);
  const left = height - tiles * MR;
  a += tileStep * <usize>tiles;
  c += cRow * <usize>(tiles * MR);
  if (left >= 2) twoRows(depth, a, aRow, aTerm, b, bStep, c, cRow, add);
  if (left & 1) {
    const done = <usize>(left - 1);
    oneRow(depth, a + done * aRow, aTerm, b, bStep, c + done * cRow, add);
  }
}
