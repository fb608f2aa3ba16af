/**
 * The filters of a Winograd convolution (see convolve.ts): U = G · g · Gᵀ for each input and output channel, where g is
 * 3 × 3 and U is 4 × 4, with G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1].
 */
import { Args } from '../../args';
import { F32, NR, PANEL_ROW } from '../../gemm/blocking';

/** Bytes of one of the sixteen matrices, input × output channels, packed as gemm/pack.ts packs B. */
export function matrixBytes(channels: i32, outChannels: i32): usize {
  return <usize>(channels * ((outChannels + NR - 1) / NR)) * PANEL_ROW;
}

/**
 * A unit of work is an input channel.
 * Arguments: filter, U, input channels, output channels, 1 where the filter is that of the convolution whose gradient
 * this one computes: turned around, and from its output channels to its input channels.
 */
export function winogradFilter(args: usize, begin: i32, end: i32): void {
  const filter = Args.pointer(args, 0);
  const channels = Args.int(args, 2);
  const outChannels = Args.int(args, 3);
  const turned = Args.int(args, 4) !== 0;
  const place = <usize>(channels * outChannels) * F32;
  const matrix = matrixBytes(channels, outChannels);
  const panel = <usize>channels * PANEL_ROW;
  for (let c = begin; c < end; c++) {
    for (let k = 0; k < outChannels; k += 4) {
      const to =
        Args.pointer(args, 1) +
        <usize>(k / NR) * panel +
        <usize>c * PANEL_ROW +
        <usize>(k % NR) * F32;
      if (turned) {
        const from = filter + place * 8 + <usize>(k * channels + c) * F32;
        transform(from, 0 - place, <usize>channels * F32, to, matrix);
      } else {
        transform(filter + <usize>(c * outChannels + k) * F32, place, F32, to, matrix);
      }
    }
  }
}

/** Four output channels, `step` bytes apart; the places of the filter are `place` bytes apart. */
function transform(g: usize, place: usize, step: usize, to: usize, matrix: usize): void {
  for (let i = 0; i < 4; i++) {
    const h0 = combine(i, at(g, place, 0, step), at(g, place, 3, step), at(g, place, 6, step));
    const h1 = combine(i, at(g, place, 1, step), at(g, place, 4, step), at(g, place, 7, step));
    const h2 = combine(i, at(g, place, 2, step), at(g, place, 5, step), at(g, place, 8, step));
    for (let j = 0; j < 4; j++) {
      v128.store(to, combine(j, h0, h1, h2));
      to += matrix;
    }
  }
}

function at(g: usize, place: usize, index: usize, step: usize): v128 {
  const from = g + place * index;
  if (step === F32) return v128.load(from);
  let v = v128.load32_zero(from);
  v = v128.load32_lane(from + step, v, 1);
  v = v128.load32_lane(from + step * 2, v, 2);
  return v128.load32_lane(from + step * 3, v, 3);
}

/** Row i of G times (a, b, c). */
function combine(i: i32, a: v128, b: v128, c: v128): v128 {
  if (i === 0) return a;
  if (i === 3) return c;
  const outer = f32x4.add(a, c);
  const all = i === 1 ? f32x4.add(outer, b) : f32x4.sub(outer, b);
  return f32x4.mul(all, f32x4.splat(0.5));
}
