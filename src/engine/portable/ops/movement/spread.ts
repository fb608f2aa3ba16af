/**
 * Broadcasts that are not carried out: the gradient of a sum or mean is one number for many, and mostly it is
 * multiplied with something next. A kernel that broadcasts by itself then reads the few numbers.
 */
import type * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import { sameShape } from '../kernel.ts';
import { copyInto, stepsOf } from './layout.ts';

/**
 * x, repeated along its dimensions of 1 up to `shape`.
 * @param x float32, of as many dimensions as `shape`
 */
export function spread(backend: PortableBackend, x: tf.TensorInfo, shape: number[]): tf.TensorInfo {
  if (sameShape(x.shape, shape)) return backend.share(x, shape);
  const steps = stepsOf(x.shape);
  const from = steps.map((step, i) => (x.shape[i] === 1 ? 0 : step));
  const out = backend.defer(shape, [x], (made) => {
    copyInto(backend, x, made, { shape, from, to: stepsOf(shape) });
  });
  const { pending } = backend.block(out);
  if (pending) pending.repeats = { source: x, shape };
  return out;
}

/** The few numbers that x repeats, to be broadcast to its shape; undefined where x is no such thing. */
export function sourceOf(backend: PortableBackend, x: tf.TensorInfo): tf.TensorInfo | undefined {
  const repeats = backend.block(x).pending?.repeats;
  // Under another shape it repeats in another way.
  return repeats && sameShape(repeats.shape, x.shape) ? repeats.source : undefined;
}
