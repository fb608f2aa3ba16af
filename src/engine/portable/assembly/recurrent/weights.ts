/** What recurrent layers do with their weights outside the loop over time: pack them, and add up their gradients. */
import { Args } from '../args';
import { F32, KC, MC, NC, NR, PANEL_ROW } from '../gemm/blocking';
import { block } from '../gemm/gemm';
import { packB } from '../gemm/pack';
import { packWhole } from '../gemm/packed';
import { Scratch } from '../scratch';

/**
 * Packs B [terms, columns] for gemmPacked. One unit of work.
 * Arguments: B, floats from one term to the next, floats from one column to the next, terms, columns, to.
 */
export function packWeights(args: usize): void {
  packWhole(
    Args.pointer(args, 0),
    Args.pointer(args, 1) * F32,
    Args.pointer(args, 2) * F32,
    Args.int(args, 3),
    Args.int(args, 4),
    Args.pointer(args, 5),
  );
}

/**
 * dW = Xᵀ D, dU = Hᵀ D, db = column sums of D, for columns `from` to `to` of D [rows, width], the gradient of the sums
 * x W + h U + b at all steps of the whole batch. Both products read the same packed parts of D.
 * A unit of work is a strip of `strip` columns, a multiple of NR.
 *
 * Arguments: rows, width, from, to, strip, inputs, units, X [rows, inputs], H [rows, units], D, dW [inputs, width],
 * dU [units, width], db [width] (0: not wanted).
 */
export function weightGradients(args: usize, begin: i32, end: i32): void {
  const from = Args.int(args, 2);
  const strip = Args.int(args, 4);
  const last = min(Args.int(args, 3), from + end * strip);
  for (let column = from + begin * strip; column < last; column += NC) {
    columnGradients(args, column, min(NC, last - column));
  }
}

function columnGradients(args: usize, from: i32, columns: i32): void {
  const rows = Args.int(args, 0);
  const rowBytes = Args.pointer(args, 1) * F32;
  const at = <usize>from * F32;
  const d = Args.pointer(args, 9) + at;
  const bias = Args.pointer(args, 12);
  for (let row = 0; row < rows; row += KC) {
    const depth = min(KC, rows - row);
    const more = row > 0;
    packB(d + <usize>row * rowBytes, rowBytes, F32, depth, columns, Scratch.packedB);
    partOf(args, 5, 7, 10, row, depth, from, columns);
    partOf(args, 6, 8, 11, row, depth, from, columns);
    if (bias) sumPanels(Scratch.packedB, depth, columns, bias + at, more);
  }
}

/** Adds the packed rows' part to the gradient of one matrix; its height, its factor and it itself are arguments. */
function partOf(
  args: usize,
  heightAt: i32,
  factorAt: i32,
  gradientAt: i32,
  row: i32,
  depth: i32,
  from: i32,
  columns: i32,
): void {
  const height = Args.int(args, heightAt);
  const step = <usize>height * F32;
  const a = Args.pointer(args, factorAt) + <usize>row * step;
  const rowBytes = Args.pointer(args, 1) * F32;
  const c = Args.pointer(args, gradientAt) + <usize>from * F32;
  for (let i = 0; i < height; i += MC) {
    const part = min(MC, height - i);
    const aPart = a + <usize>i * F32;
    const cPart = c + <usize>i * rowBytes;
    block(part, columns, depth, aPart, F32, step, Scratch.packedB, cPart, rowBytes, row > 0);
  }
}

/** Column sums of packed panels, or adds them to what is there. */
function sumPanels(panels: usize, depth: i32, columns: i32, to: usize, add: bool): void {
  for (let j = 0; j < columns; j += NR) {
    let left = f32x4.splat(0);
    let right = left;
    for (let k = 0; k < depth; k++) {
      left = f32x4.add(left, v128.load(panels));
      right = f32x4.add(right, v128.load(panels, 16));
      panels += PANEL_ROW;
    }
    v128.store(Scratch.tile, left);
    v128.store(Scratch.tile, right, 16);
    const count = min(NR, columns - j);
    for (let i = 0; i < count; i++) {
      const at = to + <usize>(j + i) * F32;
      const sum = load<f32>(Scratch.tile + <usize>i * F32);
      store<f32>(at, add ? load<f32>(at) + sum : sum);
    }
  }
}
