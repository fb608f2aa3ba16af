import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';

type Inputs = Record<string, tf.TensorInfo>;

/** Runs a kernel of TensorFlow.js's WebAssembly backend that has one output. */
export function runStock(
  backend: PortableBackend,
  kernelName: string,
  inputs: Inputs,
  attrs: object,
): tf.TensorInfo {
  const { kernelFunc } = tf.getKernel(kernelName, 'wasm');
  const output = kernelFunc({ inputs, attrs: attrs as tf.NamedAttrMap, backend });
  return output as tf.TensorInfo;
}

export function transpose(
  backend: PortableBackend,
  x: tf.TensorInfo,
  perm: number[],
): tf.TensorInfo {
  return runStock(backend, 'Transpose', { x }, { perm });
}

/** The same numbers under another shape; no new tensor, so there is nothing to free. */
export function shapedAs({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo {
  return { dataId, dtype, shape };
}

/** A second tensor on the same numbers, which are freed with the last of them. */
export function sameData(backend: PortableBackend, x: tf.TensorInfo): tf.TensorInfo {
  backend.incRef(x.dataId);
  return shapedAs(x, x.shape);
}

/** Frees what a kernel made for itself on the way. */
export function free(backend: PortableBackend, ...made: tf.TensorInfo[]): void {
  for (const { dataId } of made) backend.disposeData(dataId);
}
