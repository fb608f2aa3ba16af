import type { Engine } from './engine.ts';
import { EngineError } from './engineError.ts';
import * as tf from './tf.ts';

/** TensorFlow.js's own JavaScript backend: slow, and the reference that others are compared with. */
export async function startCpu(reason: string): Promise<Engine> {
  hushAdvice();
  if (!(await tf.setBackend('cpu'))) throw new EngineError('The engine “cpu” did not start.');
  return {
    name: 'cpu',
    version: tf.version_core,
    threads: 1,
    reason,
    memory: liveTensors,
    dispose() {},
  };
}

/** Live tensors and their bytes, from TensorFlow.js's own books: cheap enough to ask several times a second. */
export function liveTensors(): { tensors: number; bytes: number } {
  const { numTensors, numBytes } = tf.engine().memory();
  return { tensors: numTensors, bytes: numBytes };
}

/** A new CPU backend that does not print its advice to install tfjs-node on its first use. */
export function quietCpuBackend(): tf.MathBackendCPU {
  const backend = new tf.MathBackendCPU();
  Object.assign(backend, { firstUse: false });
  return backend;
}

/** The same for the registered one. */
function hushAdvice(): void {
  const backend = tf.findBackend('cpu');
  if (backend) Object.assign(backend, { firstUse: false });
}
