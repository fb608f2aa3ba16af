import type * as tf from '../../tf.ts';
import * as operation from '../assembly/elementwise/operations.ts';
import type { PortableBackend } from '../backend.ts';
import { bits } from '../kernels/kernels.ts';
import { SLOW_CHUNK } from './elementwise/flat.ts';
import { compute } from './elementwise/unary.ts';

/** As the attribute `activation` of a fused kernel names them. */
const operations: Readonly<Record<string, number>> = {
  relu: operation.RELU,
  relu6: operation.RELU6,
  leakyrelu: operation.LEAKY_RELU,
  elu: operation.ELU,
  sigmoid: operation.SIGMOID,
};

/** Activations that a fused kernel can apply to its own output. */
export function isActivation(name: unknown): boolean {
  return name === undefined || name === 'linear' || operations[name as string] !== undefined;
}

/** Applies it in place. */
export function applyActivation(
  backend: PortableBackend,
  out: tf.TensorInfo,
  { activation, leakyreluAlpha = 0 }: Record<string, unknown>,
): void {
  const which = operations[activation as string];
  if (which === undefined) return;
  compute(backend, which, SLOW_CHUNK, out, out, bits(leakyreluAlpha as number));
}
