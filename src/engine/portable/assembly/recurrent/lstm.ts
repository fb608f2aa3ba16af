/**
 * All time steps of a long short-term memory layer (Hochreiter and Schmidhuber 1997; Gers et al. 2000) in one call:
 *
 *     i, f, o = gate(x W + h U + b), g = tanh(x W + h U + b), c ← f c + i g, h ← o tanh(c)
 *
 * The columns of W, U and b are those of i, f, g, o, as in tf.layers. A row of the batch does not depend on another,
 * so a unit of work is one row from the first step to the last, or back.
 */
import { Args } from '../args';
import { F32 } from '../gemm/blocking';
import { gemmPacked } from '../gemm/packed';
import { VectorMath } from '../math';
import { Simd } from '../simd';
import { addRow, Candidate, closeGates, Gate, makeCandidates } from './gates';
import { Rows } from './rows';

/**
 * Arguments: steps, units, 1 for the hard sigmoid, gates [batch, steps, 4 units] (x W + b, becomes the gates kept for
 * the gradient), packed U, h [batch, units] and c [batch, units] (before the first step, become those after the
 * last), and where they are wanted, else 0: h after each step [batch, steps, units], h before each, c before each.
 */
export function lstmForward(args: usize, begin: i32, end: i32): void {
  const together = Rows.atATime(4 * Args.int(args, 1));
  for (let row = begin; row < end; row += together) {
    forwardRows(args, row, min(together, end - row));
  }
}

function forwardRows(args: usize, first: i32, rows: i32): void {
  const steps = Args.int(args, 0);
  const units = Args.int(args, 1);
  const hard = Args.int(args, 2) !== 0;
  const gates = Args.pointer(args, 3);
  const recurrent = Args.pointer(args, 4);
  const hidden = Args.pointer(args, 5);
  const cell = Args.pointer(args, 6);
  const outputs = Args.pointer(args, 7);
  const before = Args.pointer(args, 8);
  const cellsBefore = Args.pointer(args, 9);
  const width = 4 * units;
  const rowBytes = <usize>units * F32;
  const from = Rows.of(hidden, first, units);
  for (let step = 0; step < steps; step++) {
    const sums = Rows.scratch(0, width);
    gemmPacked(rows, width, units, from, rowBytes, recurrent, sums, rowBytes * 4, false);
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const h = Rows.of(hidden, row, units);
      const c = Rows.of(cell, row, units);
      const z = Rows.step(gates, row, steps, step, width);
      if (before) {
        memory.copy(Rows.step(before, row, steps, step, units), h, rowBytes);
        memory.copy(Rows.step(cellsBefore, row, steps, step, units), c, rowBytes);
      }
      activate(z, Rows.scratch(i, width), units, hard);
      advance(z, c, h, units);
      if (outputs) memory.copy(Rows.step(outputs, row, steps, step, units), h, rowBytes);
    }
  }
}

function activate(gates: usize, sums: usize, units: i32, hard: bool): void {
  const rowBytes = <usize>units * F32;
  closeGates(gates, sums, 2 * units, hard);
  makeCandidates(gates + rowBytes * 2, sums + rowBytes * 2, units);
  closeGates(gates + rowBytes * 3, sums + rowBytes * 3, units, hard);
}

/** c ← f c + i g, h ← o tanh(c), for one row. */
function advance(gates: usize, cell: usize, hidden: usize, units: i32): void {
  const gateBytes = <usize>units * F32;
  let left = units;
  for (; left >= 4; left -= 4) {
    State.next(gates, gateBytes, cell, hidden, 4);
    gates += 16;
    cell += 16;
    hidden += 16;
  }
  if (left > 0) State.next(gates, gateBytes, cell, hidden, left);
}

/**
 * The gradients of the same. Arguments: steps, units, 1 for the hard sigmoid, gates (becomes the gradient of the sums
 * x W + h U + b), packed Uᵀ, the gradients of h and c after the last step (become those before the first),
 * gradient of h after each step (0: none), c before each step, c after the last step, 1 where the gradient of h before
 * the first step is wanted.
 */
export function lstmBackward(args: usize, begin: i32, end: i32): void {
  const together = Rows.atATime(4 * Args.int(args, 1));
  for (let row = begin; row < end; row += together) {
    backwardRows(args, row, min(together, end - row));
  }
}

function backwardRows(args: usize, first: i32, rows: i32): void {
  const steps = Args.int(args, 0);
  const units = Args.int(args, 1);
  const hard = Args.int(args, 2) !== 0;
  const gates = Args.pointer(args, 3);
  const recurrent = Args.pointer(args, 4);
  const dHidden = Args.pointer(args, 5);
  const dCell = Args.pointer(args, 6);
  const dOutputs = Args.pointer(args, 7);
  const cellsBefore = Args.pointer(args, 8);
  const lastCell = Args.pointer(args, 9);
  const toTheStart = Args.int(args, 10) !== 0;
  const width = 4 * units;
  const rowBytes = <usize>units * F32;
  for (let step = steps - 1; step >= 0; step--) {
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const dh = Rows.of(dHidden, row, units);
      if (dOutputs) addRow(dh, Rows.step(dOutputs, row, steps, step, units), units);
      const z = Rows.step(gates, row, steps, step, width);
      const previous = Rows.step(cellsBefore, row, steps, step, units);
      const c = step < steps - 1 ? previous + rowBytes : Rows.of(lastCell, row, units);
      const dz = Rows.scratch(i, width);
      const dc = Rows.of(dCell, row, units);
      if (hard) Gradient.row(z, c, previous, dh, dc, dz, units, true);
      else Gradient.row(z, c, previous, dh, dc, dz, units, false);
      memory.copy(z, dz, rowBytes * 4);
    }
    if (step === 0 && !toTheStart) return;
    const sums = Rows.scratch(0, width);
    const to = Rows.of(dHidden, first, units);
    gemmPacked(rows, units, width, sums, rowBytes * 4, recurrent, to, rowBytes, false);
  }
}

class State {
  @inline
  static next(gates: usize, gateBytes: usize, cell: usize, hidden: usize, lanes: i32): void {
    const i = Gate.open(v128.load(gates));
    const f = Gate.open(v128.load(gates + gateBytes));
    const g = v128.load(gates + gateBytes * 2);
    const o = Gate.open(v128.load(gates + gateBytes * 3));
    const c = Simd.madd(f, v128.load(cell), f32x4.mul(i, g));
    Simd.storeFirst(cell, c, lanes);
    Simd.storeFirst(hidden, f32x4.mul(o, VectorMath.tanh(c)), lanes);
  }
}

class Gradient {
  @inline
  static row(
    gates: usize,
    cell: usize,
    previous: usize,
    dHidden: usize,
    dCell: usize,
    dSums: usize,
    units: i32,
    hard: bool,
  ): void {
    const gateBytes = <usize>units * F32;
    const end = <usize>(units & ~3) * F32;
    for (let at: usize = 0; at < end; at += 16) {
      Gradient.four(
        gates + at,
        gateBytes,
        cell + at,
        previous + at,
        dHidden + at,
        dCell + at,
        dSums + at,
        4,
        hard,
      );
    }
    if (units & 3) {
      Gradient.four(
        gates + end,
        gateBytes,
        cell + end,
        previous + end,
        dHidden + end,
        dCell + end,
        dSums + end,
        units & 3,
        hard,
      );
    }
  }

  @inline
  static four(
    gates: usize,
    gateBytes: usize,
    cell: usize,
    previous: usize,
    dHidden: usize,
    dCell: usize,
    dSums: usize,
    lanes: i32,
    hard: bool,
  ): void {
    const dh = v128.load(dHidden);
    const c = VectorMath.tanh(v128.load(cell));
    const o = v128.load(gates + gateBytes * 3);
    Simd.storeFirst(dSums + gateBytes * 3, Gate.back(f32x4.mul(dh, c), o, hard), lanes);
    const through = Candidate.back(f32x4.mul(dh, Gate.open(o)), c);
    const dc = f32x4.add(v128.load(dCell), through);
    const f = v128.load(gates + gateBytes);
    Simd.storeFirst(dCell, f32x4.mul(dc, Gate.open(f)), lanes);
    const df = f32x4.mul(dc, v128.load(previous));
    Simd.storeFirst(dSums + gateBytes, Gate.back(df, f, hard), lanes);
    const i = v128.load(gates);
    const g = v128.load(gates + gateBytes * 2);
    Simd.storeFirst(dSums, Gate.back(f32x4.mul(dc, g), i, hard), lanes);
    const dg = f32x4.mul(dc, Gate.open(i));
    Simd.storeFirst(dSums + gateBytes * 2, Candidate.back(dg, g), lanes);
  }
}
