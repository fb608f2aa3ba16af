import * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';

/** What the gradient of a kernel is computed from: the gradient of its result, and what the stock gradient saves. */
export interface GradientCall {
  dy: tf.Tensor;
  saved: tf.Tensor[];
  attrs: Record<string, unknown>;
  backend: PortableBackend;
}

/** Computes the gradient of each input, by its name, if it is needed. */
export type InputGradients = Record<string, () => tf.Tensor>;

/** Undefined where TensorFlow.js's own gradient is to compute them. */
export type Gradient = (call: GradientCall) => InputGradients | undefined;

/** Gradients of ours by TensorFlow.js's names for the kernels. */
export type GradientTable = Readonly<Record<string, Gradient>>;

/** What a kernel or part of it has made, as a tensor that TensorFlow.js keeps account of. */
export function tensorOf(info: tf.TensorInfo): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo(info);
}
