import type * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';

/** Activations that a fused kernel can apply to its own output. */
export function isActivation(name: unknown): boolean {
  return name === undefined || name === 'linear';
}

/** Applies it in place. */
export function applyActivation(
  _backend: PortableBackend,
  _out: tf.TensorInfo,
  _attrs: Record<string, unknown>,
): void {}
