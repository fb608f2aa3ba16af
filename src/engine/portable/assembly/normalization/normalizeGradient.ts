/**
 * The gradient of y = d · r, where d = x − mean x and r = 1 / √(variance + ε) of a row: what comes by way of the mean
 * and the variance too makes dx = r · (dy − mean dy − d · r² · mean(dy · d)).
 */
import { Args } from '../args';
import { Simd } from '../simd';

/** Vectors that are added up in float32 before going on in float64. */
const BLOCK: i32 = 64;

/** Units: rows. Arguments: dy, d, r, dx, numbers in a row. */
export function normalizeGradient(args: usize, begin: i32, end: i32): void {
  const n = Args.int(args, 4);
  const bytes = (<usize>n) << 2;
  let dy = Args.pointer(args, 0) + <usize>begin * bytes;
  let d = Args.pointer(args, 1) + <usize>begin * bytes;
  let r = Args.pointer(args, 2) + ((<usize>begin) << 2);
  let dx = Args.pointer(args, 3) + <usize>begin * bytes;
  for (let row = begin; row < end; row++) {
    normalizeRow(dy, d, load<f32>(r), dx, n);
    dy += bytes;
    d += bytes;
    r += 4;
    dx += bytes;
  }
}

function normalizeRow(dy: usize, d: usize, r: f32, dx: usize, n: i32): void {
  const vectors = n >> 2;
  let sum: f64 = 0;
  let product: f64 = 0;
  let at: usize = 0;
  for (let i = 0; i < vectors; ) {
    let a = f32x4.splat(0);
    let b = a;
    for (const last = min(vectors, i + BLOCK); i < last; i++) {
      const gradient = v128.load(dy + at);
      a = f32x4.add(a, gradient);
      b = Simd.madd(gradient, v128.load(d + at), b);
      at += 16;
    }
    sum += <f64>Simd.total(a);
    product += <f64>Simd.total(b);
  }
  const bytes = (<usize>n) << 2;
  for (; at < bytes; at += 4) {
    sum += <f64>load<f32>(dy + at);
    product += <f64>(load<f32>(dy + at) * load<f32>(d + at));
  }
  write(dy, d, r, dx, bytes, <f32>(sum / n), <f32>((product / n) * <f64>r * <f64>r));
}

/** dx = r · (dy − mean − slope · d). */
function write(dy: usize, d: usize, r: f32, dx: usize, bytes: usize, mean: f32, slope: f32): void {
  const means = f32x4.splat(mean);
  const slopes = f32x4.splat(slope);
  const scale = f32x4.splat(r);
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) {
    const rest = f32x4.sub(v128.load(dy + at), means);
    const along = f32x4.mul(slopes, v128.load(d + at));
    v128.store(dx + at, f32x4.mul(scale, f32x4.sub(rest, along)));
  }
  for (; at < bytes; at += 4) {
    store<f32>(dx + at, r * (load<f32>(dy + at) - mean - slope * load<f32>(d + at)));
  }
}
