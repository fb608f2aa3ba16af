/**
 * Softmax of each row, and its gradient. A unit of work is a row of n numbers. A row's last vector may be read past
 * its end; the lanes that lie there are put out of action, and not written.
 */
import { Args } from '../args';
import { Row } from '../elementwise/row';
import { VectorMath } from '../math';
import { Simd } from '../simd';

/** Vectors that are added up in float32 before going on in float64. */
const BLOCK: i32 = 64;

/** y = e^(x − max x) / Σ e^(x − max x). Arguments: x, y (may be x), n. */
export function softmax(args: usize, begin: i32, end: i32): void {
  const n = Args.int(args, 2);
  const bytes = (<usize>n) << 2;
  let x = Args.pointer(args, 0) + <usize>begin * bytes;
  let y = Args.pointer(args, 1) + <usize>begin * bytes;
  for (let row = begin; row < end; row++) {
    softmaxRow(x, y, n);
    x += bytes;
    y += bytes;
  }
}

function softmaxRow(x: usize, y: usize, n: i32): void {
  const vectors = n >> 2;
  const rest = n & 3;
  const most = f32x4.splat(largest(x, n));
  let total: f64 = 0;
  let at: usize = 0;
  for (let i = 0; i < vectors; ) {
    let sum = f32x4.splat(0);
    const last = min(vectors, i + BLOCK);
    // Two vectors a turn: while one waits for a result, the processor goes on with the other.
    for (; i + 2 <= last; i += 2) {
      const first = Masked.exp(f32x4.sub(v128.load(x + at), most));
      const second = Masked.exp(f32x4.sub(v128.load(x + at, 16), most));
      v128.store(y + at, first);
      v128.store(y + at, second, 16);
      sum = f32x4.add(sum, f32x4.add(first, second));
      at += 32;
    }
    if (i < last) {
      const e = Masked.exp(f32x4.sub(v128.load(x + at), most));
      v128.store(y + at, e);
      sum = f32x4.add(sum, e);
      at += 16;
      i++;
    }
    total += <f64>Simd.total(sum);
  }
  if (rest) {
    const e = Masked.exp(f32x4.sub(v128.load(x + at), most));
    Row.storePart(y + at, e, rest);
    total += <f64>Simd.total(v128.and(e, Simd.lanes(rest)));
  }
  const by = f32x4.splat(<f32>total);
  at = 0;
  for (let i = 0; i < vectors; i++) {
    v128.store(y + at, f32x4.div(v128.load(y + at), by));
    at += 16;
  }
  if (rest) Row.storePart(y + at, f32x4.div(v128.load(y + at), by), rest);
}

/** Below, e^x is 0 in float32. */
const VANISHED: f32 = -104;

class Masked {
  /**
   * e^x, where many x may lie far below 0: attention masks half of its numbers so. Those are not computed, for on the
   * way to 0 they would become denormal, on which processors are slow.
   */
  @inline
  static exp(x: v128): v128 {
    const vanished = f32x4.lt(x, f32x4.splat(VANISHED));
    return v128.andnot(VectorMath.exp(v128.andnot(x, vanished)), vanished);
  }
}

/** NaN when there is one among the numbers. */
function largest(x: usize, n: i32): f32 {
  let best = v128.load_splat<f32>(x);
  let nan = f32x4.ne(best, best);
  const last = x + ((<usize>n) << 2);
  for (; x + 16 <= last; x += 16) {
    const next = v128.load(x);
    best = f32x4.pmax(best, next);
    nan = v128.or(nan, f32x4.ne(next, next));
  }
  for (; x < last; x += 4) {
    const next = v128.load_splat<f32>(x);
    best = f32x4.pmax(best, next);
    nan = v128.or(nan, f32x4.ne(next, next));
  }
  best = f32x4.pmax(best, v128.shuffle<i64>(best, best, 1, 0));
  best = f32x4.pmax(best, v128.shuffle<i32>(best, best, 1, 0, 3, 2));
  return v128.any_true(nan) ? f32.NaN : f32x4.extract_lane(best, 0);
}

/** dx = (dy − Σ dy · y) · y. Arguments: dy, y, dx, n. */
export function softmaxGrad(args: usize, begin: i32, end: i32): void {
  const n = Args.int(args, 3);
  const bytes = (<usize>n) << 2;
  let dy = Args.pointer(args, 0) + <usize>begin * bytes;
  let y = Args.pointer(args, 1) + <usize>begin * bytes;
  let dx = Args.pointer(args, 2) + <usize>begin * bytes;
  for (let row = begin; row < end; row++) {
    const sum = f32x4.splat(<f32>dot(dy, y, n));
    const vectors = (<usize>(n >> 2)) << 4;
    for (let at: usize = 0; at < vectors; at += 16) {
      const gradient = f32x4.mul(f32x4.sub(v128.load(dy + at), sum), v128.load(y + at));
      v128.store(dx + at, gradient);
    }
    if (n & 3) {
      const gradient = f32x4.sub(v128.load(dy + vectors), sum);
      Row.storePart(dx + vectors, f32x4.mul(gradient, v128.load(y + vectors)), n & 3);
    }
    dy += bytes;
    y += bytes;
    dx += bytes;
  }
}

/** Σ a · b. */
function dot(a: usize, b: usize, n: i32): f64 {
  const vectors = n >> 2;
  let total: f64 = 0;
  for (let i = 0; i < vectors; ) {
    let sum = f32x4.splat(0);
    for (const last = min(vectors, i + BLOCK); i < last; i++) {
      sum = Simd.madd(v128.load(a), v128.load(b), sum);
      a += 16;
      b += 16;
    }
    total += <f64>Simd.total(sum);
  }
  for (let i = vectors << 2; i < n; i++) {
    total += <f64>(load<f32>(a) * load<f32>(b));
    a += 4;
    b += 4;
  }
  return total;
}
