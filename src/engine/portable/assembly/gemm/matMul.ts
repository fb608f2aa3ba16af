import { Args } from '../args';
import { F32 } from './blocking';
import { gemm } from './gemm';

/**
 * C[batch, rows, columns] = op(A) · op(B) + bias, where op may transpose the last two dimensions.
 * A unit of work is a strip of up to `strip` rows or columns of one matrix of the batch.
 *
 * Arguments: rows, columns, terms, transposeA, transposeB, A, floats from one A to the next (0: all the same), B,
 * floats from one B to the next, C, bias (0: none), strip, 1 where strips are rows and 0 where they are columns.
 */
export function matMul(args: usize, begin: i32, end: i32): void {
  const rows = Args.int(args, 0);
  const columns = Args.int(args, 1);
  const strip = Args.int(args, 11);
  const byRows = Args.int(args, 12) !== 0;
  const length = byRows ? rows : columns;
  const strips = (length + strip - 1) / strip;
  let unit = begin;
  while (unit < end) {
    const matrix = unit / strips;
    const first = unit - matrix * strips;
    const last = min(strips, first + (end - unit));
    const from = first * strip;
    const to = min(length, last * strip);
    if (byRows) part(args, matrix, from, to, 0, columns);
    else part(args, matrix, 0, rows, from, to);
    unit += last - first;
  }
}

/** Rows fromRow to toRow and columns fromColumn to toColumn of one matrix of the batch. */
function part(
  args: usize,
  matrix: i32,
  fromRow: i32,
  toRow: i32,
  fromColumn: i32,
  toColumn: i32,
): void {
  const rows = Args.int(args, 0);
  const columns = Args.int(args, 1);
  const terms = Args.int(args, 2);
  const transposeA = Args.int(args, 3) !== 0;
  const transposeB = Args.int(args, 4) !== 0;
  const aRow = transposeA ? F32 : <usize>terms * F32;
  const aTerm = transposeA ? <usize>rows * F32 : F32;
  const bTerm = transposeB ? F32 : <usize>columns * F32;
  const bColumn = transposeB ? <usize>terms * F32 : F32;
  const a = Args.pointer(args, 5) + <usize>matrix * Args.pointer(args, 6) * F32;
  const b = Args.pointer(args, 7) + <usize>matrix * Args.pointer(args, 8) * F32;
  const cRow = <usize>columns * F32;
  const c =
    Args.pointer(args, 9) +
    (<usize>matrix * <usize>rows + <usize>fromRow) * cRow +
    <usize>fromColumn * F32;
  const bias = Args.pointer(args, 10);
  const height = toRow - fromRow;
  const width = toColumn - fromColumn;
  if (bias) spread(bias + <usize>fromColumn * F32, height, width, c, cRow);
  gemm(
    height,
    width,
    terms,
    a + <usize>fromRow * aRow,
    aRow,
    aTerm,
    b + <usize>fromColumn * bColumn,
    bTerm,
    bColumn,
    c,
    cRow,
    bias !== 0,
  );
}

/** Writes the bias into every row, so that the product is added to it. */
function spread(bias: usize, rows: i32, columns: i32, c: usize, cRow: usize): void {
  const bytes = <usize>columns * F32;
  for (let i = 0; i < rows; i++) memory.copy(c + <usize>i * cRow, bias, bytes);
}
