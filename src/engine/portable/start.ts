import { liveTensors } from '../cpu.ts';
import type { Engine } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import * as tf from '../tf.ts';
import { PortableBackend } from './backend.ts';
import { loadKernels } from './kernels/load.ts';
import { allowRelaxedSimd, readBuild } from './kernels/nodeFiles.ts';
import { NodeHelpers } from './kernels/nodeHelpers.ts';
import { registerKernels } from './ops/register.ts';

const NAME = 'portable';

/** The engine that runs everywhere: our WebAssembly kernels, and TensorFlow.js's JavaScript ones on the same memory. */
export async function startPortable(reason: string, threads = 1): Promise<Engine> {
  if (!tf.findBackend(NAME)) {
    const backend = await createBackend(threads);
    tf.registerBackend(NAME, () => backend, 10);
    registerKernels(NAME);
  }
  if (!(await tf.setBackend(NAME))) throw new EngineError('WebAssembly did not start');
  const { kernels } = tf.backend() as PortableBackend;
  return {
    name: NAME,
    version: tf.version_core,
    threads: kernels.threads,
    reason,
    memory: liveTensors,
    dispose: () => tf.removeBackend(NAME),
  };
}

async function createBackend(threads: number): Promise<PortableBackend> {
  allowRelaxedSimd();
  const helpers = (module: WebAssembly.Module, memory: WebAssembly.Memory) =>
    new NodeHelpers(module, memory, threads - 1);
  return new PortableBackend(
    await loadKernels({ read: readBuild, ...(threads > 1 ? { helpers } : {}) }),
  );
}
