import * as tf from '../../tf.ts';

/** Keeps tensors for the gradient, where there will be one. */
export type Save = (tensors: tf.Tensor[]) => void;

export interface CustomKernel {
  inputs: tf.Tensor[];
  forward(save: Save): tf.Tensor[];
  /**
   * @param dys gradients of the outputs; zeros for those that the result does not depend on
   * @returns for each input a function that gives its gradient; it is called where that is needed
   */
  backward(dys: tf.Tensor[], saved: tf.Tensor[]): (() => tf.Tensor)[];
}

interface KernelRunner {
  runKernelFunc(kernel: {
    inputs: Record<string, tf.Tensor>;
    forwardFunc(backend: unknown, save: Save): tf.Tensor[];
    backwardsFunc(
      dys: tf.Tensor | tf.Tensor[],
      saved: tf.Tensor[],
    ): Record<string, () => tf.Tensor>;
  }): tf.Tensor[];
}

/**
 * As tf.customGrad, but with any number of outputs, and without computing gradients nobody needs. It is what
 * tf.customGrad itself calls.
 */
export function runCustomKernel({ inputs, forward, backward }: CustomKernel): tf.Tensor[] {
  return (tf.engine() as unknown as KernelRunner).runKernelFunc({
    inputs: byIndex(inputs),
    forwardFunc: (_backend, save) => forward(save),
    backwardsFunc: (dys, saved) => byIndex(backward(Array.isArray(dys) ? dys : [dys], saved)),
  });
}

function byIndex<T>(list: T[]): Record<string, T> {
  return Object.fromEntries(list.entries());
}
