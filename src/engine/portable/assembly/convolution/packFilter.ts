/** Brings a filter into the order in which product.ts or fewColumns.ts reads it. */
import { Args } from '../args';
import { F32, NR, PANEL_ROW } from '../gemm/blocking';
import { packB } from '../gemm/pack';
import { columnBytes } from './fewColumns';
import { panelBytes } from './product';

/**
 * For the convolution itself: terms (a place in the window, then an input channel) × output channels, as it lies.
 * A unit of work is a panel of eight output channels.
 *
 * Arguments: filter, bias (0: none), the packed filter, terms, columns.
 */
export function packFilter(args: usize, begin: i32, end: i32): void {
  const filter = Args.pointer(args, 0);
  const bias = Args.pointer(args, 1);
  const terms = Args.int(args, 3);
  const columns = Args.int(args, 4);
  for (let unit = begin; unit < end; unit++) {
    const j = unit * NR;
    const width = min(NR, columns - j);
    const panel = Args.pointer(args, 2) + <usize>unit * panelBytes(terms);
    const skipped = <usize>j * F32;
    beginPanel(bias ? bias + skipped : 0, width, panel);
    packB(filter + skipped, <usize>columns * F32, F32, terms, width, panel + PANEL_ROW);
  }
}

function beginPanel(bias: usize, width: i32, panel: usize): void {
  for (let j = 0; j < NR; j++) {
    const at = <usize>j * F32;
    store<f32>(panel + at, bias && j < width ? load<f32>(bias + at) : 0);
  }
}

/** The same for few columns; a unit of work is a column. */
export function packFewColumns(args: usize, begin: i32, end: i32): void {
  const bias = Args.pointer(args, 1);
  const terms = Args.int(args, 3);
  const step = <usize>Args.int(args, 4) * F32;
  for (let unit = begin; unit < end; unit++) {
    const skipped = <usize>unit * F32;
    let from = Args.pointer(args, 0) + skipped;
    let to = Args.pointer(args, 2) + <usize>unit * columnBytes(terms);
    v128.store(to, f32x4.replace_lane(f32x4.splat(0), 0, bias ? load<f32>(bias + skipped) : 0));
    to += 16;
    for (let k = 0; k < terms; k++) {
      store<f32>(to, load<f32>(from));
      from += step;
      to += F32;
    }
  }
}
