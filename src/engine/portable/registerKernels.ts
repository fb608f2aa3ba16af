import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';
import { type FastKernel, fastKernels } from './fastKernels.ts';
import { trust } from './trust.ts';
import { viaCpu } from './viaCpu.ts';

/** Gives the backend every kernel there is: ours, else the stock WebAssembly one, else the JavaScript one. */
export function registerKernels(backendName: string): void {
  const stock = new Map(
    tf.getKernelsForBackend('wasm').map((config) => [config.kernelName, config]),
  );
  for (const { kernelName, kernelFunc } of tf.getKernelsForBackend('cpu')) {
    const wasm = stock.get(kernelName);
    stock.delete(kernelName);
    const slow = viaCpu(kernelFunc);
    const usual = wasm ? choose(kernelName, wasm.kernelFunc, slow) : slow;
    const fast = fastKernels[kernelName];
    const best = fast ? withFast(fast, usual) : usual;
    tf.registerKernel({ ...wasm, kernelName, backendName, kernelFunc: best });
  }
  for (const config of stock.values()) tf.registerKernel({ ...config, backendName });
}

function withFast(fast: FastKernel, usual: tf.KernelFunc): tf.KernelFunc {
  return (args) =>
    fast({
      inputs: args.inputs as Record<string, tf.TensorInfo>,
      attrs: args.attrs ?? {},
      backend: args.backend as PortableBackend,
    }) ?? usual(args);
}

function choose(name: string, wasm: tf.KernelFunc, slow: tf.KernelFunc): tf.KernelFunc {
  const isRight = trust(name);
  return (args) => {
    const inputs = args.inputs as Record<string, tf.TensorInfo>;
    return (isRight(inputs, args.attrs ?? {}) ? wasm : slow)(args);
  };
}
