/**
 * The gradient of a filter of 3 × 3 by Winograd's way (see convolve.ts), which was y = Aᵀ · [U ∘ V] · A with
 * U = G · g · Gᵀ: the gradient of U is the sum over all tiles of V ∘ W with W = A · dy · Aᵀ, and that of g is
 * Gᵀ · dU · G. The sum over tiles makes sixteen matrix products, input channels × tiles × output channels.
 */
import { Args } from '../../args';
import { F32, NR, PANEL_ROW } from '../../gemm/blocking';
import { block } from '../../gemm/gemm';
import { Scratch } from '../../scratch';
import { GAP, readTiles } from './convolve';

/**
 * A unit of work is a part of the tiles, by the shapes alone, with a sum dU of its own.
 * Arguments: x, dy, parts, the sums (each sixteen times input × output channels), 0, and the rest as for `winograd`.
 */
export function winogradGradient(args: usize, begin: i32, end: i32): void {
  const parts = Args.int(args, 2);
  const some = Args.int(args, 6);
  const blocks = (Args.int(args, 5) + some - 1) / some;
  const size = <usize>(16 * Args.int(args, 9) * Args.int(args, 12)) * F32;
  for (let part = begin; part < end; part++) {
    const first = <i32>((<i64>blocks * part) / parts);
    const last = <i32>((<i64>blocks * (part + 1)) / parts);
    const sum = Args.pointer(args, 3) + <usize>part * size;
    if (first === last) memory.fill(sum, 0, size);
    for (let i = first; i < last; i++) addBlock(args, i * some, sum, i > first);
  }
}

function addBlock(args: usize, first: i32, sum: usize, add: bool): void {
  const some = Args.int(args, 6);
  const count = min(some, Args.int(args, 5) - first);
  const channels = Args.int(args, 9);
  const outChannels = Args.int(args, 12);
  const row = <usize>channels * F32;
  const outRow = <usize>outChannels * F32;
  const vStep = <usize>some * row + GAP;
  const wStep = <usize>some * outRow + GAP;
  readTiles(args, first, count, vStep);
  for (let i = 0; i < count; i++) readGradient(args, first + i, i, count, wStep);
  for (let i: usize = 0; i < 16; i++) {
    const v = Scratch.columns + i * vStep;
    const w = Scratch.packedB + i * wStep;
    const to = sum + i * row * <usize>outChannels;
    block(channels, outChannels, count, v, F32, row, w, to, outRow, add);
  }
}

/** W of a tile, as a row of panels of so many rows. */
function readGradient(args: usize, tile: i32, index: i32, count: i32, step: usize): void {
  const height = Args.int(args, 10);
  const width = Args.int(args, 11);
  const channels = Args.int(args, 12);
  const across = (width + 1) >> 1;
  const down = (height + 1) >> 1;
  const line = tile / across;
  const image = line / down;
  const top = 2 * (line - image * down);
  const left = 2 * (tile - line * across);
  const pixel = <usize>channels * F32;
  const row = <usize>width * pixel;
  const from = Args.pointer(args, 1) + <usize>(image * height + top) * row + <usize>left * pixel;
  const right = left + 1 < width;
  const lower = top + 1 < height;
  const zero = f32x4.splat(0);
  for (let k = 0; k < channels; k += 4) {
    const y = from + <usize>k * F32;
    const a = v128.load(y);
    const b = right ? v128.load(y + pixel) : zero;
    const c = lower ? v128.load(y + row) : zero;
    const d = right && lower ? v128.load(y + row + pixel) : zero;
    let to = Scratch.packedB + <usize>((k / NR) * count + index) * PANEL_ROW;
    to += <usize>(k % NR) * F32;
    Line.put(a, b, to, step);
    Line.put(f32x4.add(a, c), f32x4.add(b, d), to + step * 4, step);
    Line.put(f32x4.sub(a, c), f32x4.sub(b, d), to + step * 8, step);
    Line.put(f32x4.neg(c), f32x4.neg(d), to + step * 12, step);
  }
}

class Line {
  /** (a, b) · Aᵀ with Aᵀ = [1 1 1 0; 0 1 −1 −1]. */
  @inline
  static put(a: v128, b: v128, to: usize, step: usize): void {
    v128.store(to, a);
    v128.store(to + step, f32x4.add(a, b));
    v128.store(to + step * 2, f32x4.sub(a, b));
    v128.store(to + step * 3, f32x4.neg(b));
  }
}

/**
 * Adds the parts up in their order, and gives Gᵀ · dU · G with Gᵀ = [1 ½ ½ 0; 0 ½ −½ 0; 0 ½ ½ 1].
 * A unit of work is an input channel.
 * Arguments: the sums, parts, input channels, output channels, dw, flag (set where a result is not finite).
 */
export function winogradSum(args: usize, begin: i32, end: i32): void {
  const parts = Args.int(args, 1);
  const channels = Args.int(args, 2);
  const outChannels = Args.int(args, 3);
  const matrix = <usize>(channels * outChannels) * F32;
  const zero = f32x4.splat(0);
  let wrong = zero;
  for (let c = begin; c < end; c++) {
    for (let k = 0; k < outChannels; k += 4) {
      const at = <usize>(c * outChannels + k) * F32;
      const sums = Args.pointer(args, 0) + at;
      total(sums, parts, matrix);
      let to = Args.pointer(args, 4) + at;
      for (let i: usize = 0; i < 3; i++) {
        for (let j: usize = 0; j < 3; j++) {
          const w = fold(
            j,
            column(i, sums, matrix),
            column(i, sums + matrix, matrix),
            column(i, sums + matrix * 2, matrix),
            column(i, sums + matrix * 3, matrix),
          );
          v128.store(to, w);
          to += matrix;
          wrong = v128.or(wrong, f32x4.ne(f32x4.sub(w, w), zero));
        }
      }
    }
  }
  if (v128.any_true(wrong)) store<i32>(Args.pointer(args, 5), 1);
}

/** Adds the other parts to the first. */
function total(sums: usize, parts: i32, matrix: usize): void {
  for (let i: usize = 0; i < 16; i++) {
    const to = sums + i * matrix;
    let sum = v128.load(to);
    for (let part = 1; part < parts; part++) {
      sum = f32x4.add(sum, v128.load(to + <usize>part * matrix * 16));
    }
    v128.store(to, sum);
  }
}

function column(i: usize, u: usize, matrix: usize): v128 {
  const row = matrix * 4;
  return fold(i, v128.load(u), v128.load(u + row), v128.load(u + row * 2), v128.load(u + row * 3));
}

/** Row i of Gᵀ times (a, b, c, d). */
function fold(i: usize, a: v128, b: v128, c: v128, d: v128): v128 {
  const half = f32x4.splat(0.5);
  if (i === 1) return f32x4.mul(half, f32x4.sub(b, c));
  return f32x4.add(f32x4.mul(half, f32x4.add(b, c)), i === 0 ? a : d);
}
