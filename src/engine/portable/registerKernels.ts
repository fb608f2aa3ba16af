import * as tf from '../tf.ts';
import { viaCpu } from './viaCpu.ts';

/** Gives the backend every kernel there is: the stock WebAssembly one where it can, else the JavaScript one. */
export function registerKernels(backendName: string): void {
  const stock = new Map(
    tf.getKernelsForBackend('wasm').map((config) => [config.kernelName, config]),
  );
  for (const { kernelName, kernelFunc } of tf.getKernelsForBackend('cpu')) {
    const fast = stock.get(kernelName);
    stock.delete(kernelName);
    const slow = viaCpu(kernelFunc);
    tf.registerKernel({
      ...fast,
      kernelName,
      backendName,
      kernelFunc: fast ? choose(fast.kernelFunc, slow) : slow,
    });
  }
  for (const config of stock.values()) tf.registerKernel({ ...config, backendName });
}

/** The WebAssembly kernels know no complex numbers. */
function choose(fast: tf.KernelFunc, slow: tf.KernelFunc): tf.KernelFunc {
  return (args) => (hasComplex(args.inputs) ? slow : fast)(args);
}

function hasComplex(inputs: tf.NamedTensorInfoMap): boolean {
  for (const key in inputs) {
    if (inputs[key]?.dtype === 'complex64') return true;
  }
  return false;
}
