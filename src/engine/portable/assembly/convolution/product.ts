/**
 * C = A · B + bias, where A lies in an image (see rows.ts) and B is packed: a panel for every eight columns, which
 * begins with the bias of its columns and goes on with a row of eight numbers for each term.
 */
import { F32, NR, PANEL_ROW } from '../gemm/blocking';
import { fourRows } from './rows';

/** Terms that are taken at a time: so much of a panel (20 KB) stays in the first-level cache. */
export const DEPTH: i32 = 640;

/** Bytes of a panel for so many terms. */
export function panelBytes(terms: i32): usize {
  return <usize>(terms + 1) * PANEL_ROW;
}

/**
 * @param tiles of four rows in the table `rows`
 * @param count segments of `terms` terms each, the terms `step` bytes apart
 * @param add to add to what is in C; the bias is left out
 */
export function product(
  tiles: i32,
  rows: usize,
  a: usize,
  segments: usize,
  count: i32,
  terms: i32,
  step: usize,
  panels: usize,
  columns: i32,
  c: usize,
  add: bool,
): void {
  const panel = panelBytes(count * terms);
  const most = max(1, DEPTH / terms);
  for (let first = 0; first < count; first += most) {
    const some = min(most, count - first);
    const b = panels + <usize>(first * terms + 1) * PANEL_ROW;
    const from = segments + ((<usize>first) << 2);
    const more = add || first > 0;
    for (let j = 0; j < columns; j += NR) {
      const skipped = <usize>(j / NR) * panel;
      const initial: usize = more ? 0 : panels + skipped;
      const to = c + <usize>j * F32;
      fourRows(
        tiles,
        rows,
        a,
        from,
        some,
        terms,
        step,
        b + skipped,
        initial,
        to,
        min(NR, columns - j),
      );
    }
  }
}
