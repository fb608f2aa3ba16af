/**
 * Adds up the rows of x that belong to the same segment: the gradient of an embedding, where a row is one token's
 * gradient and its segment the token. First the rows are put in the order of their segments, then each segment is
 * added up by one thread alone, in that order and in double precision, so that the numbers do not depend on threads.
 */
import { Args } from '../args';

/**
 * Counting sort. Work is one unit.
 * Arguments: segment of each row (those outside are left out), rows, segments, starts (segments + 1 integers, written),
 * order (rows integers, written): the rows of segment s are order[starts[s]] to order[starts[s + 1]] (exclusive).
 */
export function sortSegments(args: usize, _begin: i32, _end: i32): void {
  const ids = Args.pointer(args, 0);
  const rows = Args.int(args, 1);
  const segments = Args.int(args, 2);
  const starts = Args.pointer(args, 3);
  const order = Args.pointer(args, 4);
  memory.fill(starts, 0, (<usize>(segments + 1)) << 2);
  for (let row = 0; row < rows; row++) {
    const id = load<u32>(at(ids, row));
    if (id < <u32>segments) store<i32>(at(starts, id), load<i32>(at(starts, id)) + 1);
  }
  // Each start is the end first, and comes down as its rows are put in, the last row first.
  let sum = 0;
  for (let id = 0; id <= segments; id++) {
    sum += load<i32>(at(starts, id));
    store<i32>(at(starts, id), sum);
  }
  for (let row = rows - 1; row >= 0; row--) {
    const id = load<u32>(at(ids, row));
    if (id >= <u32>segments) continue;
    const place = load<i32>(at(starts, id)) - 1;
    store<i32>(at(starts, id), place);
    store<i32>(at(order, place), row);
  }
}

/**
 * A unit of work is a segment.
 * Arguments: x, starts, order, out, numbers of a row, 1 for integers and 0 for floats.
 */
export function sumSegments(args: usize, begin: i32, end: i32): void {
  const x = Args.pointer(args, 0);
  const starts = Args.pointer(args, 1);
  const order = Args.pointer(args, 2);
  const width = Args.int(args, 4);
  const integers = Args.int(args, 5) !== 0;
  const bytes = (<usize>width) << 2;
  for (let segment = begin; segment < end; segment++) {
    const first = at(order, load<i32>(at(starts, segment)));
    const last = at(order, load<i32>(at(starts, segment + 1)));
    const out = Args.pointer(args, 3) + <usize>segment * bytes;
    if (first === last) memory.fill(out, 0, bytes);
    else if (integers) sumIntegers(x, first, last, width, out);
    else sumFloats(x, first, last, width, out);
  }
}

/** Eight columns at a time, then one by one. */
function sumFloats(x: usize, first: usize, last: usize, width: i32, out: usize): void {
  const bytes = (<usize>width) << 2;
  let j = 0;
  for (; j + 8 <= width; j += 8) {
    const column = at(x, j);
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let entry = first; entry < last; entry += 4) {
      const row = column + <usize>load<i32>(entry) * bytes;
      s0 = f64x2.add(s0, f64x2.promote_low_f32x4(v128.load64_zero(row)));
      s1 = f64x2.add(s1, f64x2.promote_low_f32x4(v128.load64_zero(row, 8)));
      s2 = f64x2.add(s2, f64x2.promote_low_f32x4(v128.load64_zero(row, 16)));
      s3 = f64x2.add(s3, f64x2.promote_low_f32x4(v128.load64_zero(row, 24)));
    }
    const to = at(out, j);
    v128.store64_lane(to, f32x4.demote_f64x2_zero(s0), 0);
    v128.store64_lane(to, f32x4.demote_f64x2_zero(s1), 0, 8);
    v128.store64_lane(to, f32x4.demote_f64x2_zero(s2), 0, 16);
    v128.store64_lane(to, f32x4.demote_f64x2_zero(s3), 0, 24);
  }
  for (; j < width; j++) {
    let sum: f64 = 0;
    for (let entry = first; entry < last; entry += 4) {
      sum += <f64>load<f32>(at(x, j) + <usize>load<i32>(entry) * bytes);
    }
    store<f32>(at(out, j), <f32>sum);
  }
}

function sumIntegers(x: usize, first: usize, last: usize, width: i32, out: usize): void {
  const bytes = (<usize>width) << 2;
  for (let j = 0; j < width; j++) {
    let sum = 0;
    for (let entry = first; entry < last; entry += 4) {
      sum += load<i32>(at(x, j) + <usize>load<i32>(entry) * bytes);
    }
    store<i32>(at(out, j), sum);
  }
}

/** The address of a number of 4 bytes. */
function at(start: usize, index: u32): usize {
  return start + ((<usize>index) << 2);
}
