/**
 * Copies numbers from one layout to another: what transpose, slice, pad, tile, reverse and concat have in common.
 * There are up to four outer dimensions, then rows and columns; each has a step, in bytes, by which it is read and one
 * by which it is written. A step may be 0 (the same number again) or negative (backwards). A unit of work is a row.
 *
 * Arguments: bytes of a number (4 or 1), from, to, rows, columns, steps of rows (from, to), steps of columns (from, to),
 * then the four outer dimensions, the outermost first: size, steps (from, to).
 */
import { Args } from '../args';
import { turn } from '../gemm/pack';
import { Run } from './run';

const ROWS = 3;
const OUTER = 9;

export function copy(args: usize, begin: i32, end: i32): void {
  const rows = Args.int(args, ROWS);
  const sizeB = Args.int(args, OUTER + 3);
  const sizeC = Args.int(args, OUTER + 6);
  const sizeD = Args.int(args, OUTER + 9);
  let plane = begin / rows;
  let row = begin - plane * rows;
  let left = end - begin;
  let d = plane % sizeD;
  plane /= sizeD;
  let c = plane % sizeC;
  plane /= sizeC;
  let b = plane % sizeB;
  let a = plane / sizeB;
  while (true) {
    const count = min(left, rows - row);
    const from = Args.pointer(args, 1) + offset(args, 1, a, b, c, d);
    const to = Args.pointer(args, 2) + offset(args, 2, a, b, c, d);
    copyPlane(args, count, from + step(args, 5, row), to + step(args, 6, row));
    left -= count;
    if (left === 0) return;
    row = 0;
    if (++d < sizeD) continue;
    d = 0;
    if (++c < sizeC) continue;
    c = 0;
    if (++b < sizeB) continue;
    b = 0;
    a++;
  }
}

/** Where a plane begins: `side` is 1 for what is read and 2 for what is written. */
function offset(args: usize, side: i32, a: i32, b: i32, c: i32, d: i32): usize {
  return (
    step(args, OUTER + side, a) +
    step(args, OUTER + 3 + side, b) +
    step(args, OUTER + 6 + side, c) +
    step(args, OUTER + 9 + side, d)
  );
}

function step(args: usize, at: i32, index: i32): usize {
  return Args.pointer(args, at) * <usize>index;
}

function copyPlane(args: usize, rows: i32, from: usize, to: usize): void {
  const size = Args.pointer(args, 0);
  const columns = Args.int(args, 4);
  const fromRow = Args.pointer(args, 5);
  const toRow = Args.pointer(args, 6);
  const fromColumn = Args.pointer(args, 7);
  const toColumn = Args.pointer(args, 8);
  if (fromColumn === size && toColumn === size) {
    copyRows(rows, <usize>columns * size, from, fromRow, to, toRow);
  } else if (size === 1) {
    Stepped.bytes(rows, columns, from, fromRow, fromColumn, to, toRow, toColumn);
  } else if (fromColumn === 0 && toColumn === 4) {
    fillRows(rows, columns, from, fromRow, to, toRow);
  } else if (fromRow === 4 && toColumn === 4) {
    turnRows(rows, columns, from, fromColumn, to, toRow);
  } else {
    Stepped.words(rows, columns, from, fromRow, fromColumn, to, toRow, toColumn);
  }
}

function copyRows(
  rows: i32,
  bytes: usize,
  from: usize,
  fromRow: usize,
  to: usize,
  toRow: usize,
): void {
  if (bytes === 64) {
    // Heads of attention are mostly 16 numbers wide.
    for (let i = 0; i < rows; i++) {
      Run.copyLine(from, to);
      from += fromRow;
      to += toRow;
    }
    return;
  }
  for (let i = 0; i < rows; i++) {
    Run.copy(from, to, bytes);
    from += fromRow;
    to += toRow;
  }
}

/** Each row is one number again and again. */
function fillRows(
  rows: i32,
  columns: i32,
  from: usize,
  fromRow: usize,
  to: usize,
  toRow: usize,
): void {
  for (let i = 0; i < rows; i++) {
    Run.fill(to, load<u32>(from), columns);
    from += fromRow;
    to += toRow;
  }
}

/**
 * A transposition: neighbours of a row come from far apart, but neighbours of a column lie side by side. Squares of
 * 4 × 4, and 16 rows at a time, so that all of a cache line that is read is used while it is there.
 */
function turnRows(
  rows: i32,
  columns: i32,
  from: usize,
  fromColumn: usize,
  to: usize,
  toRow: usize,
): void {
  const whole = columns & ~3;
  let row = 0;
  while (row + 4 <= rows) {
    const squares = min(4, (rows - row) >> 2);
    let source = from;
    let target = to;
    for (let j = 0; j < whole; j += 4) {
      for (let i = 0; i < squares; i++) {
        turn(source + ((<usize>i) << 4), fromColumn, target + ((<usize>i * toRow) << 2), toRow);
      }
      source += fromColumn << 2;
      target += 16;
    }
    const height = squares << 2;
    if (whole < columns) {
      Stepped.words(height, columns - whole, source, 4, fromColumn, target, toRow, 4);
    }
    from += (<usize>height) << 2;
    to += <usize>height * toRow;
    row += height;
  }
  if (row < rows) Stepped.words(rows - row, columns, from, 4, fromColumn, to, toRow, 4);
}

/** One number after the other, for all other layouts. */
class Stepped {
  static words(
    rows: i32,
    columns: i32,
    from: usize,
    fromRow: usize,
    fromColumn: usize,
    to: usize,
    toRow: usize,
    toColumn: usize,
  ): void {
    for (let i = 0; i < rows; i++) {
      let source = from;
      let target = to;
      for (let j = 0; j < columns; j++) {
        store<u32>(target, load<u32>(source));
        source += fromColumn;
        target += toColumn;
      }
      from += fromRow;
      to += toRow;
    }
  }

  static bytes(
    rows: i32,
    columns: i32,
    from: usize,
    fromRow: usize,
    fromColumn: usize,
    to: usize,
    toRow: usize,
    toColumn: usize,
  ): void {
    for (let i = 0; i < rows; i++) {
      let source = from;
      let target = to;
      for (let j = 0; j < columns; j++) {
        store<u8>(target, load<u8>(source));
        source += fromColumn;
        target += toColumn;
      }
      from += fromRow;
      to += toRow;
    }
  }
}
