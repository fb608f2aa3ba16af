/**
 * Packs a filter for the gradient of the input: of each phase (see phases.ts) its own places, last first, since the
 * later a place the earlier the pixel of dy that it meets. A term is a place, then an output channel;
 * the columns are the input channels.
 */
import { Args } from '../args';
import { F32, NR, PANEL_ROW } from '../gemm/blocking';
import { packB } from '../gemm/pack';
import { columnBytes } from './fewColumns';
import { phaseBytes } from './inputGradient';
import { placesOf } from './phases';
import { panelBytes } from './product';

/**
 * A unit of work is a phase.
 *
 * Arguments: filter, the packed filter, its height, width, input channels, output channels, stride down, stride across,
 * 1 to pack for few columns.
 */
export function packPhases(args: usize, begin: i32, end: i32): void {
  const strideX = Args.int(args, 7);
  const columns = Args.int(args, 4);
  const few = Args.int(args, 8) !== 0;
  let to = Args.pointer(args, 1);
  for (let phase = 0; phase < end; phase++) {
    const y = phase / strideX;
    const x = phase % strideX;
    const down = placesOf(Args.int(args, 2), Args.int(args, 6), y);
    const across = placesOf(Args.int(args, 3), strideX, x);
    if (phase >= begin) {
      if (few) packFew(args, y, x, down, across, to);
      else packPanels(args, y, x, down, across, to);
    }
    to += phaseBytes(down * across * Args.int(args, 5), columns, few);
  }
}

/** Where a place's input channels × output channels lie, counted from the last place of the phase. */
function placeAt(args: usize, y: i32, x: i32, down: i32, across: i32): usize {
  const ky = y + Args.int(args, 6) * down;
  const kx = x + Args.int(args, 7) * across;
  const place = <usize>(Args.int(args, 4) * Args.int(args, 5)) * F32;
  return Args.pointer(args, 0) + <usize>(ky * Args.int(args, 3) + kx) * place;
}

function packPanels(args: usize, y: i32, x: i32, down: i32, across: i32, to: usize): void {
  const columns = Args.int(args, 4);
  const terms = Args.int(args, 5);
  const column = <usize>terms * F32;
  for (let j = 0; j < columns; j += NR) {
    const width = min(NR, columns - j);
    memory.fill(to, 0, PANEL_ROW);
    let panel = to + PANEL_ROW;
    for (let i = down - 1; i >= 0; i--) {
      for (let k = across - 1; k >= 0; k--) {
        const from = placeAt(args, y, x, i, k) + <usize>j * column;
        packB(from, F32, column, terms, width, panel);
        panel += <usize>terms * PANEL_ROW;
      }
    }
    to += panelBytes(down * across * terms);
  }
}

function packFew(args: usize, y: i32, x: i32, down: i32, across: i32, to: usize): void {
  const columns = Args.int(args, 4);
  const bytes = <usize>Args.int(args, 5) * F32;
  for (let j = 0; j < columns; j++) {
    memory.fill(to, 0, 16);
    let at = to + 16;
    for (let i = down - 1; i >= 0; i--) {
      for (let k = across - 1; k >= 0; k--) {
        memory.copy(at, placeAt(args, y, x, i, k) + <usize>j * bytes, bytes);
        at += bytes;
      }
    }
    to += columnBytes(down * across * Args.int(args, 5));
  }
}
