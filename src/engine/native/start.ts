import { availableParallelism } from 'node:os';
import { setBackend } from '@tensorflow/tfjs';
import { liveTensors } from '../cpu.ts';
import type { Engine } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import * as tf from '../tf.ts';
import { type Binding, loadBinding } from './binding.ts';
import { borrowKernels } from './borrow.ts';
import { restoreDropped } from './nodeUtil.ts';

/** tfjs-node's own name: its kernels are registered under it, and scripts that print the backend expect it. */
const BACKEND = 'tensorflow';
const PACKAGE = '@tensorflow/tfjs-node';

/**
 * The engine that computes with libtensorflow, through tfjs-node on the TensorFlow.js of this process.
 * @param file tfjs-node's compiled part; one that the probe found to work here
 * @throws EngineError when it does not load all the same
 */
export async function startNative(file: string, reason: string): Promise<Engine> {
  const binding = load(file);
  restoreDropped();
  const { NodeJSKernelBackend, savedModels } = await loadJavaScript();
  if (!tf.findBackend(BACKEND)) {
    tf.registerBackend(BACKEND, () => new NodeJSKernelBackend(binding, PACKAGE), 3);
    borrowKernels(BACKEND);
  }
  if (!(await setBackend(BACKEND))) throw new EngineError('The native engine did not start.');
  return {
    name: 'native',
    version: `${tf.version_core} with TensorFlow ${binding.TF_Version}`,
    threads: threads(),
    reason,
    memory: liveTensors,
    savedModels,
    dispose: () => tf.removeBackend(BACKEND),
  };
}

async function loadJavaScript() {
  try {
    return await import('./backend.ts');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      `This build has no native engine: tfjs-node was not there for it (${why}).`,
    );
  }
}

function load(file: string): Binding {
  try {
    return loadBinding(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError(`The native engine did not load: ${why}.`);
  }
}

/** As TensorFlow chooses: one a processor, but where its own variable says otherwise. */
function threads(): number {
  const asked = Number(process.env.TF_NUM_INTRAOP_THREADS);
  return asked > 0 ? asked : availableParallelism();
}
