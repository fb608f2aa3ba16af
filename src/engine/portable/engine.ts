import { liveTensors } from '../cpu.ts';
import type { Engine } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import * as tf from '../tf.ts';
import { PortableBackend } from './backend.ts';
import { installPortable, NAME } from './install.ts';
import type { Kernels } from './kernels/kernels.ts';

/**
 * Makes the portable backend the current one, wherever this runs.
 *
 * @param load called only where there is no such backend yet
 */
export async function portableEngine(
  reason: string,
  load: () => Promise<Kernels>,
): Promise<Engine> {
  if (!tf.findBackend(NAME)) installPortable(new PortableBackend(await load()));
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
