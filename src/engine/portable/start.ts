import { availableParallelism } from 'node:os';
import { liveTensors } from '../cpu.ts';
import type { Engine, Surroundings } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import * as tf from '../tf.ts';
import { PortableBackend } from './backend.ts';
import { installPortable, NAME } from './install.ts';
import { loadKernels } from './kernels/load.ts';
import { allowRelaxedSimd, readBuild } from './kernels/nodeFiles.ts';
import { NodeHelpers } from './kernels/nodeHelpers.ts';

/** More threads than this have too little to do each in models of this size. */
const MOST_THREADS = 4;

/**
 * The engine that runs everywhere: our WebAssembly kernels, and TensorFlow.js's JavaScript ones on the same memory.
 * Started once, it keeps its threads.
 */
export async function startPortable(
  reason: string,
  { threads = threadsAllowed() }: Surroundings = {},
): Promise<Engine> {
  if (!tf.findBackend(NAME)) installPortable(await createBackend(threads));
  if (!(await tf.setBackend(NAME))) throw new EngineError('WebAssembly did not start');
  const { kernels } = tf.backend() as PortableBackend;
  return {
    name: NAME,
    version: tf.version_core,
    threads: kernels.threads,
    reason,
    memory: () => ({ ...liveTensors(), heapBytes: kernels.heap.size }),
    dispose: () => tf.removeBackend(NAME),
  };
}

/** As many as the environment says, else one a core up to a few. */
function threadsAllowed(): number {
  const asked = Number(process.env.GENAI101_THREADS);
  return asked >= 1 ? Math.floor(asked) : Math.min(availableParallelism(), MOST_THREADS);
}

async function createBackend(threads: number): Promise<PortableBackend> {
  allowRelaxedSimd();
  if (threads <= 1) return new PortableBackend(await loadKernels({ read: readBuild }));
  const helpers = (module: WebAssembly.Module, memory: WebAssembly.Memory) =>
    new NodeHelpers(module, memory, threads - 1);
  return new PortableBackend(await loadKernels({ read: readBuild, helpers }));
}
