/**
 * Reductions and running sums that go through the numbers one by one. x is [outer, reduced, inner]; a unit of work is
 * one outer and inner: a line of numbers `inner` apart.
 */
import { Args } from '../args';

/** A line of x. */
class Line {
  @inline
  static first(args: usize, line: i32): usize {
    const inner = Args.int(args, 3);
    const outer = line / inner;
    return <usize>(outer * Args.int(args, 2) * inner + (line - outer * inner));
  }
}

/**
 * Where the largest or smallest number is: the first of several. NaN is neither, unless it comes first.
 * Arguments: x (float32), out (int32 [outer, inner]), reduced, inner, 1 for the largest and 0 for the smallest.
 */
export function argExtreme(args: usize, begin: i32, end: i32): void {
  const reduced = Args.int(args, 2);
  const step = Args.pointer(args, 3) << 2;
  const isMax = Args.int(args, 4) !== 0;
  for (let line = begin; line < end; line++) {
    let x = Args.pointer(args, 0) + (Line.first(args, line) << 2);
    let best = load<f32>(x);
    let index = 0;
    for (let i = 1; i < reduced; i++) {
      x += step;
      const next = load<f32>(x);
      if (isMax ? next > best : next < best) {
        best = next;
        index = i;
      }
    }
    store<i32>(Args.pointer(args, 1) + ((<usize>line) << 2), index);
  }
}

/** Products, in float64. Arguments: x, out [outer, inner], reduced, inner. */
export function product(args: usize, begin: i32, end: i32): void {
  const reduced = Args.int(args, 2);
  const step = Args.pointer(args, 3) << 2;
  for (let line = begin; line < end; line++) {
    let x = Args.pointer(args, 0) + (Line.first(args, line) << 2);
    let result: f64 = 1;
    for (let i = 0; i < reduced; i++) {
      result *= <f64>load<f32>(x);
      x += step;
    }
    store<f32>(Args.pointer(args, 1) + ((<usize>line) << 2), <f32>result);
  }
}

/** Whether any, or all, are true. Arguments: x (bytes), out [outer, inner] (bytes), reduced, inner, 1 for all. */
export function truth(args: usize, begin: i32, end: i32): void {
  const reduced = Args.int(args, 2);
  const step = Args.pointer(args, 3);
  const all = <u8>Args.int(args, 4);
  for (let line = begin; line < end; line++) {
    let x = Args.pointer(args, 0) + Line.first(args, line);
    let result = all;
    for (let i = 0; i < reduced && result === all; i++) {
      result = load<u8>(x);
      x += step;
    }
    store<u8>(Args.pointer(args, 1) + <usize>line, result);
  }
}

/**
 * Running sums along each line. Arguments: x, out (as x), reduced, inner, 1 to leave each number out of its own sum,
 * 1 to run backwards.
 */
export function runningSum(args: usize, begin: i32, end: i32): void {
  const reduced = Args.int(args, 2);
  const exclusive = Args.int(args, 4) !== 0;
  const backwards = Args.int(args, 5) !== 0;
  const forth = Args.pointer(args, 3) << 2;
  const step = backwards ? 0 - forth : forth;
  const start = backwards ? forth * <usize>(reduced - 1) : 0;
  const toOut = Args.pointer(args, 1) - Args.pointer(args, 0);
  for (let line = begin; line < end; line++) {
    let x = Args.pointer(args, 0) + (Line.first(args, line) << 2) + start;
    let sum: f32 = 0;
    for (let i = 0; i < reduced; i++) {
      const next = load<f32>(x);
      if (exclusive) store<f32>(x + toOut, sum);
      sum += next;
      if (!exclusive) store<f32>(x + toOut, sum);
      x += step;
    }
  }
}
