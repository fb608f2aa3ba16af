/**
 * All time steps of a gated recurrent unit layer (Cho et al. 2014) in one call, in tf.layers' form:
 *
 *     z, r = gate(x W + h U + b), g = tanh(x W + (r h) U + b), h ← z h + (1 − z) g
 *
 * The columns of W, U and b are those of z, r, g. A unit of work is one row of the batch from the first step to the
 * last, or back.
 */
import { Args } from '../args';
import { F32 } from '../gemm/blocking';
import { gemmPacked } from '../gemm/packed';
import { Simd } from '../simd';
import { addRow, Candidate, closeGates, Gate, makeCandidates } from './gates';
import { Rows } from './rows';

/**
 * Arguments: steps, units, 1 for the hard sigmoid, gates [batch, steps, 3 units] (x W + b, becomes the gates kept for
 * the gradient), packed U of z and r, packed U of g, h [batch, units] (before the first step, becomes that after the
 * last), and where they are wanted, else 0: h after each step [batch, steps, units], h before each.
 */
export function gruForward(args: usize, begin: i32, end: i32): void {
  const together = Rows.atATime(3 * Args.int(args, 1));
  for (let row = begin; row < end; row += together) {
    forwardRows(args, row, min(together, end - row));
  }
}

function forwardRows(args: usize, first: i32, rows: i32): void {
  const steps = Args.int(args, 0);
  const units = Args.int(args, 1);
  const hard = Args.int(args, 2) !== 0;
  const gates = Args.pointer(args, 3);
  const gateWeights = Args.pointer(args, 4);
  const candidateWeights = Args.pointer(args, 5);
  const hidden = Args.pointer(args, 6);
  const outputs = Args.pointer(args, 7);
  const before = Args.pointer(args, 8);
  const rowBytes = <usize>units * F32;
  const width = 3 * units;
  const from = Rows.of(hidden, first, units);
  // In a row of scratch: the sums of z and r, later that of g; and r h.
  const sums = Rows.scratch(0, width);
  const sumBytes = rowBytes * 3;
  const resets = sums + rowBytes * 2;
  for (let step = 0; step < steps; step++) {
    gemmPacked(rows, 2 * units, units, from, rowBytes, gateWeights, sums, sumBytes, false);
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const h = Rows.of(hidden, row, units);
      const z = Rows.step(gates, row, steps, step, width);
      const sum = sums + <usize>i * sumBytes;
      if (before) memory.copy(Rows.step(before, row, steps, step, units), h, rowBytes);
      closeGates(z, sum, 2 * units, hard);
      reset(z + rowBytes, h, sum + rowBytes * 2, units);
    }
    gemmPacked(rows, units, units, resets, sumBytes, candidateWeights, sums, sumBytes, false);
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const h = Rows.of(hidden, row, units);
      const z = Rows.step(gates, row, steps, step, width);
      const g = z + rowBytes * 2;
      makeCandidates(g, sums + <usize>i * sumBytes, units);
      advance(z, g, h, units);
      if (outputs) memory.copy(Rows.step(outputs, row, steps, step, units), h, rowBytes);
    }
  }
}

/** to = r h, for one row. */
function reset(gate: usize, hidden: usize, to: usize, units: i32): void {
  let left = units;
  for (; left >= 4; left -= 4) {
    v128.store(to, f32x4.mul(Gate.open(v128.load(gate)), v128.load(hidden)));
    gate += 16;
    hidden += 16;
    to += 16;
  }
  if (left > 0) {
    const product = f32x4.mul(Gate.open(v128.load(gate)), v128.load(hidden));
    Simd.storeFirst(to, product, left);
  }
}

/** h ← z h + (1 − z) g, for one row. */
function advance(gate: usize, candidate: usize, hidden: usize, units: i32): void {
  let left = units;
  for (; left >= 4; left -= 4) {
    State.next(gate, candidate, hidden, 4);
    gate += 16;
    candidate += 16;
    hidden += 16;
  }
  if (left > 0) State.next(gate, candidate, hidden, left);
}

class State {
  @inline
  static next(gate: usize, candidate: usize, hidden: usize, lanes: i32): void {
    const z = Gate.open(v128.load(gate));
    const kept = f32x4.mul(z, v128.load(hidden));
    const rest = f32x4.sub(f32x4.splat(1), z);
    Simd.storeFirst(hidden, Simd.madd(rest, v128.load(candidate), kept), lanes);
  }
}

/**
 * The gradients of the same. Arguments: steps, units, 1 for the hard sigmoid, gates (becomes the gradient of the
 * sums x W + h U + b), packed Uᵀ of z and r, packed Uᵀ of g, the gradient of h after the last step (becomes that
 * before the first), gradient of h after each step (0: none), h before each step, r h at each step (written), 1 where
 * the gradient of h before the first step is wanted.
 */
export function gruBackward(args: usize, begin: i32, end: i32): void {
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
  const gateWeights = Args.pointer(args, 4);
  const candidateWeights = Args.pointer(args, 5);
  const dHidden = Args.pointer(args, 6);
  const dOutputs = Args.pointer(args, 7);
  const before = Args.pointer(args, 8);
  const resets = Args.pointer(args, 9);
  const toTheStart = Args.int(args, 10) !== 0;
  const rowBytes = <usize>units * F32;
  const width = 3 * units;
  const to = Rows.of(dHidden, first, units);
  // In a row of scratch: the gradients of the sums of z, r and g, and of r h.
  const dSums = Rows.scratch(0, 4 * units);
  const dSumBytes = rowBytes * 4;
  const dCandidates = dSums + rowBytes * 2;
  const dResets = dSums + rowBytes * 3;
  for (let step = steps - 1; step >= 0; step--) {
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const dh = Rows.of(dHidden, row, units);
      if (dOutputs) addRow(dh, Rows.step(dOutputs, row, steps, step, units), units);
      const z = Rows.step(gates, row, steps, step, width);
      const h = Rows.step(before, row, steps, step, units);
      const dz = dSums + <usize>i * dSumBytes;
      if (hard) UpdateGradient.row(z, h, dh, dz, units, true);
      else UpdateGradient.row(z, h, dh, dz, units, false);
    }
    gemmPacked(
      rows,
      units,
      units,
      dCandidates,
      dSumBytes,
      candidateWeights,
      dResets,
      dSumBytes,
      false,
    );
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const dh = Rows.of(dHidden, row, units);
      const z = Rows.step(gates, row, steps, step, width);
      const h = Rows.step(before, row, steps, step, units);
      const rh = Rows.step(resets, row, steps, step, units);
      const dz = dSums + <usize>i * dSumBytes;
      if (hard) ResetGradient.row(z + rowBytes, h, dh, dz + rowBytes, rh, units, true);
      else ResetGradient.row(z + rowBytes, h, dh, dz + rowBytes, rh, units, false);
      memory.copy(z, dz, rowBytes * 3);
    }
    if (step === 0 && !toTheStart) return;
    gemmPacked(rows, units, 2 * units, dSums, dSumBytes, gateWeights, to, rowBytes, true);
  }
}

/** Of z, of g, and of h by way of z h: h ← z h + (1 − z) g. */
class UpdateGradient {
  @inline
  static row(
    gates: usize,
    before: usize,
    dHidden: usize,
    dSums: usize,
    units: i32,
    hard: bool,
  ): void {
    const gateBytes = <usize>units * F32;
    let left = units;
    for (; left >= 4; left -= 4) {
      UpdateGradient.four(gates, gateBytes, before, dHidden, dSums, 4, hard);
      gates += 16;
      before += 16;
      dHidden += 16;
      dSums += 16;
    }
    if (left > 0) UpdateGradient.four(gates, gateBytes, before, dHidden, dSums, left, hard);
  }

  @inline
  static four(
    gates: usize,
    gateBytes: usize,
    before: usize,
    dHidden: usize,
    dSums: usize,
    lanes: i32,
    hard: bool,
  ): void {
    const kept = v128.load(gates);
    const z = Gate.open(kept);
    const g = v128.load(gates + gateBytes * 2);
    const dh = v128.load(dHidden);
    const dz = f32x4.mul(dh, f32x4.sub(v128.load(before), g));
    Simd.storeFirst(dSums, Gate.back(dz, kept, hard), lanes);
    const dg = f32x4.mul(dh, f32x4.sub(f32x4.splat(1), z));
    Simd.storeFirst(dSums + gateBytes * 2, Candidate.back(dg, g), lanes);
    Simd.storeFirst(dHidden, f32x4.mul(dh, z), lanes);
  }
}

/** Of r, and of h by way of r h; and r h itself, which the gradient of U needs. */
class ResetGradient {
  /** @param dSums of r; that of r h lies two gates further */
  @inline
  static row(
    gate: usize,
    before: usize,
    dHidden: usize,
    dSums: usize,
    resets: usize,
    units: i32,
    hard: bool,
  ): void {
    const dReset = <usize>units * F32 * 2;
    let left = units;
    for (; left >= 4; left -= 4) {
      ResetGradient.four(gate, before, dHidden, dSums, dReset, resets, 4, hard);
      gate += 16;
      before += 16;
      dHidden += 16;
      dSums += 16;
      resets += 16;
    }
    if (left > 0) ResetGradient.four(gate, before, dHidden, dSums, dReset, resets, left, hard);
  }

  @inline
  static four(
    gate: usize,
    before: usize,
    dHidden: usize,
    dSums: usize,
    dReset: usize,
    resets: usize,
    lanes: i32,
    hard: bool,
  ): void {
    const kept = v128.load(gate);
    const r = Gate.open(kept);
    const h = v128.load(before);
    const drh = v128.load(dSums + dReset);
    Simd.storeFirst(dSums, Gate.back(f32x4.mul(drh, h), kept, hard), lanes);
    Simd.storeFirst(dHidden, Simd.madd(drh, r, v128.load(dHidden)), lanes);
    Simd.storeFirst(resets, f32x4.mul(r, h), lanes);
  }
}
