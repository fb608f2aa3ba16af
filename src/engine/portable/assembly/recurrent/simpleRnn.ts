/**
 * All time steps of a simple recurrent layer (Elman 1990) in one call: h ← tanh(x W + h U + b). A unit of work is one
 * row of the batch from the first step to the last, or back.
 */
import { Args } from '../args';
import { F32 } from '../gemm/blocking';
import { gemmPacked } from '../gemm/packed';
import { Simd } from '../simd';
import { addRow, Candidate, makeCandidates } from './gates';
import { Rows } from './rows';

/**
 * Arguments: steps, units, outputs [batch, steps, units] (x W + b, becomes h after each step), packed U,
 * h [batch, units] (before the first step, becomes that after the last), h before each step (0: not wanted).
 */
export function simpleRnnForward(args: usize, begin: i32, end: i32): void {
  const together = Rows.atATime(Args.int(args, 1));
  for (let row = begin; row < end; row += together) {
    forwardRows(args, row, min(together, end - row));
  }
}

function forwardRows(args: usize, first: i32, rows: i32): void {
  const steps = Args.int(args, 0);
  const units = Args.int(args, 1);
  const outputs = Args.pointer(args, 2);
  const recurrent = Args.pointer(args, 3);
  const hidden = Args.pointer(args, 4);
  const before = Args.pointer(args, 5);
  const rowBytes = <usize>units * F32;
  const from = Rows.of(hidden, first, units);
  const sums = Rows.scratch(0, units);
  for (let step = 0; step < steps; step++) {
    gemmPacked(rows, units, units, from, rowBytes, recurrent, sums, rowBytes, false);
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const h = Rows.of(hidden, row, units);
      const output = Rows.step(outputs, row, steps, step, units);
      if (before) memory.copy(Rows.step(before, row, steps, step, units), h, rowBytes);
      makeCandidates(output, sums + <usize>i * rowBytes, units);
      memory.copy(h, output, rowBytes);
    }
  }
}

/**
 * The gradients of the same. Arguments: steps, units, outputs (h after each step), packed Uᵀ, the gradient of h after
 * the last step (becomes that before the first), gradient of h after each step (0: none), gradient of the sums
 * x W + h U + b [batch, steps, units] (written), 1 where the gradient of h before the first step is wanted.
 */
export function simpleRnnBackward(args: usize, begin: i32, end: i32): void {
  const together = Rows.atATime(Args.int(args, 1));
  for (let row = begin; row < end; row += together) {
    backwardRows(args, row, min(together, end - row));
  }
}

function backwardRows(args: usize, first: i32, rows: i32): void {
  const steps = Args.int(args, 0);
  const units = Args.int(args, 1);
  const outputs = Args.pointer(args, 2);
  const recurrent = Args.pointer(args, 3);
  const dHidden = Args.pointer(args, 4);
  const dOutputs = Args.pointer(args, 5);
  const dSums = Args.pointer(args, 6);
  const toTheStart = Args.int(args, 7) !== 0;
  const rowBytes = <usize>units * F32;
  const to = Rows.of(dHidden, first, units);
  const together = Rows.scratch(0, units);
  for (let step = steps - 1; step >= 0; step--) {
    for (let i = 0; i < rows; i++) {
      const row = first + i;
      const dh = Rows.of(dHidden, row, units);
      const output = Rows.step(outputs, row, steps, step, units);
      if (dOutputs) addRow(dh, Rows.step(dOutputs, row, steps, step, units), units);
      const d = Rows.step(dSums, row, steps, step, units);
      throughTanh(output, dh, d, units);
      memory.copy(together + <usize>i * rowBytes, d, rowBytes);
    }
    if (step === 0 && !toTheStart) return;
    gemmPacked(rows, units, units, together, rowBytes, recurrent, to, rowBytes, false);
  }
}

/** to = gradients of the sums whose tanh the values are. */
function throughTanh(values: usize, gradients: usize, to: usize, count: i32): void {
  let at: usize = 0;
  let left = count;
  for (; left >= 4; left -= 4, at += 16) {
    v128.store(to + at, Candidate.back(v128.load(gradients + at), v128.load(values + at)));
  }
  if (left > 0) {
    const sums = Candidate.back(v128.load(gradients + at), v128.load(values + at));
    Simd.storeFirst(to + at, sums, left);
  }
}
