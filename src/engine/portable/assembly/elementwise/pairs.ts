/**
 * Kernels that take two tensors, number by number, after their shapes have been broadcast and neighbouring
 * dimensions of one kind have been joined: see ops/elementwise/broadcast.ts.
 */
import { Args } from '../args';
import { binaryRow } from './binary';
import { compareRow } from './compare';
import { UNIT_BYTES } from './flat';
import { A_ALONE, B_ALONE, NEITHER, UNIT } from './operations';

/** Where the words of the outer dimensions begin: for each its size, and bytes to the next in a and in b. */
const OUTER: i32 = 9;
const WORDS: i32 = 3;

/**
 * One row, as long as the whole tensor. Units: 16 numbers.
 * Arguments: operation, which operands run along the row, a, b, y, 1 for a comparison, the factor of SCALE.
 */
export function flatPair(args: usize, begin: i32, end: i32): void {
  const running = Args.int(args, 1);
  const offset = <usize>begin * UNIT_BYTES;
  const a = Args.pointer(args, 2) + (running === B_ALONE || running === NEITHER ? 0 : offset);
  const b = Args.pointer(args, 3) + (running === A_ALONE || running === NEITHER ? 0 : offset);
  pairRow(args, running, a, b, <usize>(begin * UNIT), (end - begin) * UNIT);
}

/**
 * Many rows. Units: rows of y.
 * Arguments: as above, then the length of a row, the count of outer dimensions, and these, the innermost first.
 */
export function broadcastPair(args: usize, begin: i32, end: i32): void {
  const running = Args.int(args, 1);
  const length = Args.int(args, 7);
  const aStep = Args.pointer(args, OUTER + 1);
  const bStep = Args.pointer(args, OUTER + 2);
  const rows = Args.int(args, OUTER);
  let unit = begin;
  while (unit < end) {
    const run = unit / rows;
    const first = unit - run * rows;
    const last = min(rows, first + end - unit);
    let a = Args.pointer(args, 2) + runOffset(args, run, 1) + <usize>first * aStep;
    let b = Args.pointer(args, 3) + runOffset(args, run, 2) + <usize>first * bStep;
    for (let i = first; i < last; i++) {
      pairRow(args, running, a, b, <usize>unit * <usize>length, length);
      a += aStep;
      b += bStep;
      unit++;
    }
  }
}

/** Bytes to the given run of rows, by the steps of all outer dimensions but the innermost. */
function runOffset(args: usize, run: i32, word: i32): usize {
  const last = OUTER + Args.int(args, 8) * WORDS;
  let offset: usize = 0;
  for (let at = OUTER + WORDS; at < last; at += WORDS) {
    const size = Args.int(args, at);
    const rest = run / size;
    offset += <usize>(run - rest * size) * Args.pointer(args, at + word);
    run = rest;
  }
  return offset;
}

/** @param index of the row's first number in y */
function pairRow(args: usize, running: i32, a: usize, b: usize, index: usize, length: i32): void {
  const y = Args.pointer(args, 4);
  const which = Args.int(args, 0);
  if (Args.int(args, 5)) compareRow(which, running, a, b, y + index, length);
  else binaryRow(which, running, a, b, y + (index << 2), length, Args.float(args, 6));
}
