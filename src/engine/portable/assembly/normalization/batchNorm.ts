import { Args } from '../args';
import { Four } from '../four';
import { F32 } from '../gemm/blocking';
import { Scratch } from '../scratch';
import { Simd } from '../simd';

/**
 * y = (x − mean) · scale / √(variance + ε) + offset, for each channel (Ioffe and Szegedy 2015, algorithm 1).
 * A unit of work is a row of channels.
 *
 * Arguments: x, y, mean, variance, scale (0: one), offset (0: zero), channels, ε.
 */
export function batchNorm(args: usize, begin: i32, end: i32): void {
  const channels = Args.int(args, 6);
  const row = <usize>channels * F32;
  const factor = Scratch.columns;
  fillFactors(args, channels, factor);
  const mean = Args.pointer(args, 2);
  const offset = Args.pointer(args, 5);
  let x = Args.pointer(args, 0) + <usize>begin * row;
  let y = Args.pointer(args, 1) + <usize>begin * row;
  for (let unit = begin; unit < end; unit++) {
    for (let c = 0; c < channels; c += 4) {
      const at = <usize>c * F32;
      const count = channels - c;
      const centred = f32x4.sub(Four.load(x + at, count), Four.load(mean + at, count));
      const shift = offset ? Four.load(offset + at, count) : f32x4.splat(0);
      Four.store(y + at, Simd.madd(centred, v128.load(factor + at), shift), count);
    }
    x += row;
    y += row;
  }
}

/** scale / √(variance + ε) of each channel. */
function fillFactors(args: usize, channels: i32, factor: usize): void {
  const variance = Args.pointer(args, 3);
  const scale = Args.pointer(args, 4);
  const epsilon = f32x4.splat(Args.float(args, 7));
  for (let c = 0; c < channels; c += 4) {
    const at = <usize>c * F32;
    const count = channels - c;
    const deviation = f32x4.sqrt(f32x4.add(Four.load(variance + at, count), epsilon));
    const stretch = scale ? Four.load(scale + at, count) : f32x4.splat(1);
    v128.store(factor + at, f32x4.div(stretch, deviation));
  }
}
