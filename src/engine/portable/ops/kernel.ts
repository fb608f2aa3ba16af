import type * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';

/** What a kernel of TensorFlow.js is called with. */
export interface Call {
  inputs: Record<string, tf.TensorInfo>;
  attrs: Record<string, unknown>;
  backend: PortableBackend;
}

/** Undefined where the kernel does not know how; then the CPU backend's runs, on the same heap. */
export type Kernel = (call: Call) => tf.TensorInfo | tf.TensorInfo[] | undefined;

/** Kernels of ours by TensorFlow.js's names for them. */
export type KernelTable = Readonly<Record<string, Kernel>>;

export function isFloat(tensor: tf.TensorInfo | undefined): tensor is tf.TensorInfo {
  return tensor?.dtype === 'float32';
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((n, i) => n === b[i]));
}

/** Work of about 20 µs, in multiply-adds or numbers: as little as it pays to hand to another thread. */
export const WORTH_SHARING = 500_000;
