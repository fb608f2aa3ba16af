import { VectorMath } from '../math';
import { Simd } from '../simd';

/**
 * What opens and closes the gates of a recurrent layer: the sigmoid, or tf.layers' own default, the hard sigmoid
 * 0.2 x + 0.5 between 0 and 1. Of the latter the unclipped number is kept, since the gradient depends on it.
 */
export class Gate {
  /** What is kept of a gate, from the sum of its inputs. */
  @inline
  static kept(sum: v128, hard: bool): v128 {
    if (!hard) return VectorMath.sigmoid(sum);
    return f32x4.add(f32x4.mul(sum, f32x4.splat(0.2)), f32x4.splat(0.5));
  }

  /** How far it is open: between 0 and 1, where a sigmoid is already. */
  @inline
  static open(kept: v128): v128 {
    return f32x4.pmin(f32x4.pmax(kept, f32x4.splat(0)), f32x4.splat(1));
  }

  /** The gradient of the sum, from that of the gate. As in TensorFlow.js, the edges of the hard sigmoid let it pass. */
  @inline
  static back(gradient: v128, kept: v128, hard: bool): v128 {
    if (!hard) return f32x4.mul(gradient, f32x4.mul(kept, f32x4.sub(f32x4.splat(1), kept)));
    const inside = v128.and(f32x4.ge(kept, f32x4.splat(0)), f32x4.le(kept, f32x4.splat(1)));
    return v128.and(f32x4.mul(gradient, f32x4.splat(0.2)), inside);
  }
}

/** The same for the tanh of a candidate for a new state. */
export class Candidate {
  @inline
  static back(gradient: v128, value: v128): v128 {
    return f32x4.mul(gradient, f32x4.sub(f32x4.splat(1), f32x4.mul(value, value)));
  }
}

/** values = kept gates of (values + more), for `count` numbers. */
export function closeGates(values: usize, more: usize, count: i32, hard: bool): void {
  if (hard) Activation.gates(values, more, count, true);
  else Activation.gates(values, more, count, false);
}

/** values = tanh(values + more), for `count` numbers. */
export function makeCandidates(values: usize, more: usize, count: i32): void {
  let at: usize = 0;
  let left = count;
  for (; left >= 4; left -= 4, at += 16) Activation.candidate(values + at, more + at, 4);
  if (left > 0) Activation.candidate(values + at, more + at, left);
}

/** to += from, for `count` numbers. */
export function addRow(to: usize, from: usize, count: i32): void {
  let at: usize = 0;
  let left = count;
  for (; left >= 4; left -= 4, at += 16) {
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
  if (left > 0) {
    Simd.storeFirst(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)), left);
  }
}

class Activation {
  @inline
  static gates(values: usize, more: usize, count: i32, hard: bool): void {
    let at: usize = 0;
    let left = count;
    for (; left >= 4; left -= 4, at += 16) Activation.gate(values + at, more + at, 4, hard);
    if (left > 0) Activation.gate(values + at, more + at, left, hard);
  }

  @inline
  static gate(value: usize, more: usize, lanes: i32, hard: bool): void {
    const sum = f32x4.add(v128.load(value), v128.load(more));
    Simd.storeFirst(value, Gate.kept(sum, hard), lanes);
  }

  @inline
  static candidate(value: usize, more: usize, lanes: i32): void {
    const sum = f32x4.add(v128.load(value), v128.load(more));
    Simd.storeFirst(value, VectorMath.tanh(sum), lanes);
  }
}
