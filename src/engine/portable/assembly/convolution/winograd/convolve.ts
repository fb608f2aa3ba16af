/**
 * Convolution with a filter of 3 × 3 by Winograd's minimal filtering (Lavin and Gray 2016, “Fast Algorithms for
 * Convolutional Neural Networks”): 2 × 2 pixels of the result take 16 products of each channel with each instead of 36.
 * They come from 4 × 4 pixels, which sums and differences turn into sixteen numbers V; the filter was turned into
 * sixteen too (filter.ts). So there are sixteen matrix products M = V · U, tiles × input channels × output channels,
 * and sums and differences of the M's are the result.
 *
 * An infinity or NaN would spread to pixels whose window does not hold it: where a result is not finite, `flag` is set,
 * and the caller takes the ordinary way.
 */
import { Args } from '../../args';
import { F32 } from '../../gemm/blocking';
import { block } from '../../gemm/gemm';
import { Scratch } from '../../scratch';
import { matrixBytes } from './filter';
import { transformInput } from './input';
import { transformOutput } from './output';

/** So that the sixteen places of a number do not fall into the same cache lines. */
export const GAP: usize = 64;

/**
 * A unit of work is a number of tiles, one after the other through all images.
 * Arguments: x, U, bias (0: none), y, flag, tiles, tiles of a unit, then for x and y: height, width, channels of each,
 * and rows and columns of zeros above and left of x.
 */
export function winograd(args: usize, begin: i32, end: i32): void {
  const tiles = Args.int(args, 5);
  const some = Args.int(args, 6);
  for (let unit = begin; unit < end; unit++) {
    const first = unit * some;
    const count = min(some, tiles - first);
    const channels = Args.int(args, 9);
    const outChannels = Args.int(args, 12);
    const vStep = <usize>(some * channels) * F32 + GAP;
    const mStep = <usize>(some * outChannels) * F32 + GAP;
    readTiles(args, first, count, vStep);
    const u = Args.pointer(args, 1);
    const uStep = matrixBytes(channels, outChannels);
    const row = <usize>channels * F32;
    for (let i: usize = 0; i < 16; i++) {
      block(
        count,
        outChannels,
        channels,
        Scratch.columns + i * vStep,
        row,
        F32,
        u + i * uStep,
        Scratch.packedB + i * mStep,
        <usize>outChannels * F32,
        false,
      );
    }
    if (writeTiles(args, first, count, mStep)) store<i32>(Args.pointer(args, 4), 1);
  }
}

export function readTiles(args: usize, first: i32, count: i32, step: usize): void {
  const height = Args.int(args, 7);
  const width = Args.int(args, 8);
  const channels = Args.int(args, 9);
  const across = (Args.int(args, 11) + 1) >> 1;
  const down = (Args.int(args, 10) + 1) >> 1;
  const pixel = <usize>channels * F32;
  for (let i = 0; i < count; i++) {
    const tile = first + i;
    const line = tile / across;
    const image = line / down;
    transformInput(
      Args.pointer(args, 0) + <usize>(image * height) * <usize>width * pixel,
      height,
      width,
      channels,
      2 * (line - image * down) - Args.int(args, 13),
      2 * (tile - line * across) - Args.int(args, 14),
      Scratch.columns + <usize>i * pixel,
      step,
    );
  }
}

/** @returns whether a result is not finite */
function writeTiles(args: usize, first: i32, count: i32, step: usize): bool {
  const height = Args.int(args, 10);
  const width = Args.int(args, 11);
  const channels = Args.int(args, 12);
  const across = (width + 1) >> 1;
  const down = (height + 1) >> 1;
  const pixel = <usize>channels * F32;
  let wrong = f32x4.splat(0);
  for (let i = 0; i < count; i++) {
    const tile = first + i;
    const line = tile / across;
    const image = line / down;
    const top = 2 * (line - image * down);
    const left = 2 * (tile - line * across);
    const y =
      Args.pointer(args, 3) + (<usize>(image * height + top) * <usize>width + <usize>left) * pixel;
    const more = transformOutput(
      Scratch.packedB + <usize>i * pixel,
      step,
      channels,
      Args.pointer(args, 2),
      y,
      <usize>width * pixel,
      height - top,
      width - left,
    );
    wrong = v128.or(wrong, more);
  }
  return v128.any_true(wrong);
}
