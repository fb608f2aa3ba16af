/**
 * The one TensorFlow.js of the process: core with gradients and chained ops, layers, data, converter, CPU backend.
 * Bundles leave the WebGL backend out (see build/engineFiles.ts); there is no screen in a runner.
 */
import * as union from '@tensorflow/tfjs';

export * from '@tensorflow/tfjs';

/** Backends that scripts found elsewhere ask for by name; here the engine of the run stands in for all of them. */
const ELSEWHERE = new Set(['tensorflow', 'wasm', 'webgl', 'webgpu']);

/**
 * As in TensorFlow.js, except that naming a backend of another platform keeps the engine of this run,
 * so that a script written for tfjs-node or for the browser runs unchanged.
 */
export function setBackend(backendName: string): Promise<boolean> {
  if (ELSEWHERE.has(backendName)) return Promise.resolve(true);
  return union.setBackend(backendName);
}
