/** The steps that gradients are made of: kernels called directly, without the checks of TensorFlow.js's operations. */
import * as tf from '../../tf.ts';
import { sameShape } from '../ops/kernel.ts';

export function run(
  kernelName: string,
  inputs: tf.NamedTensorMap,
  attrs: Record<string, unknown> = {},
): tf.Tensor {
  return tf.engine().runKernel(kernelName, inputs, attrs as tf.NamedAttrMap) as tf.Tensor;
}

/** The gradient of an input that was broadcast: the sum over the dimensions along which it was. */
export function unbroadcast(dy: tf.Tensor, shape: number[]): tf.Tensor {
  if (sameShape(dy.shape, shape)) return dy;
  const axis = tf.backend_util.getReductionAxes(shape, dy.shape);
  const sum = axis.length > 0 ? run('Sum', { x: dy }, { axis, keepDims: false }) : dy;
  return run('Reshape', { x: sum }, { shape });
}

/** The same as a tensor of its own, since TensorFlow.js disposes of the gradients that it has added up. */
export function passOn(dy: tf.Tensor, shape: number[]): tf.Tensor {
  const gradient = unbroadcast(dy, shape);
  return gradient === dy ? run('Identity', { x: dy }) : gradient;
}
