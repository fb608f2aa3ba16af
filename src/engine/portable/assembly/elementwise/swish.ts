import { Args } from '../args';
import { UNIT_BYTES, VECTOR } from './flat';

/**
 * The gradient of x · y with y = sigmoid(α · x): dx = dy · (y + α · x · y · (1 − y)).
 * Units: 16 numbers. Arguments: dy, x, y, dx, α.
 */
export function swishGrad(args: usize, begin: i32, end: i32): void {
  const dx = Args.pointer(args, 3);
  const toDy = Args.pointer(args, 0) - dx;
  const toX = Args.pointer(args, 1) - dx;
  const toY = Args.pointer(args, 2) - dx;
  const alpha = f32x4.splat(Args.float(args, 4));
  const one = f32x4.splat(1);
  const last = dx + <usize>end * UNIT_BYTES;
  for (let at = dx + <usize>begin * UNIT_BYTES; at < last; at += VECTOR) {
    const y = v128.load(at + toY);
    const x = f32x4.mul(alpha, v128.load(at + toX));
    const slope = f32x4.mul(f32x4.mul(x, y), f32x4.sub(one, y));
    v128.store(at, f32x4.mul(v128.load(at + toDy), f32x4.add(y, slope)));
  }
}
