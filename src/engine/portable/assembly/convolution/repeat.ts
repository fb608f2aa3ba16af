import { Args } from '../args';
import { F32 } from '../gemm/blocking';

/**
 * Each number several times in a row: the input of a depthwise convolution with several output channels for each of
 * the input's. A unit of work is 16 numbers of the input.
 *
 * Arguments: x, y, numbers of x, times.
 */
export function repeatNumbers(args: usize, begin: i32, end: i32): void {
  const times = Args.int(args, 3);
  const to = min(Args.int(args, 2), end * 16);
  let y = Args.pointer(args, 1) + <usize>(begin * 16 * times) * F32;
  for (let i = begin * 16; i < to; i++) {
    const value = load<f32>(Args.pointer(args, 0) + <usize>i * F32);
    for (let k = 0; k < times; k++) {
      store<f32>(y, value);
      y += F32;
    }
  }
}

/** The gradient: the sum of each run of numbers. A unit of work is 16 sums; the arguments are y, x, numbers of x, times. */
export function sumRuns(args: usize, begin: i32, end: i32): void {
  const times = Args.int(args, 3);
  const to = min(Args.int(args, 2), end * 16);
  let y = Args.pointer(args, 0) + <usize>(begin * 16 * times) * F32;
  for (let i = begin * 16; i < to; i++) {
    let sum: f32 = 0;
    for (let k = 0; k < times; k++) {
      sum += load<f32>(y);
      y += F32;
    }
    store<f32>(Args.pointer(args, 1) + <usize>i * F32, sum);
  }
}
