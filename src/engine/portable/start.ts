import { BackendWasm, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { liveTensors } from '../cpu.ts';
import type { Engine } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import * as tf from '../tf.ts';
import { speedUpAdam } from './adam.ts';
import { PortableBackend } from './backend.ts';
import { registerKernels } from './registerKernels.ts';
import { wasmFolder } from './wasmFiles.ts';

const NAME = 'portable';

/**
 * The engine that runs everywhere: TensorFlow.js's WebAssembly kernels, faster ones of ours where training needs them,
 * and the JavaScript kernels for everything else.
 */
export async function startPortable(reason: string): Promise<Engine> {
  if (!tf.findBackend(NAME)) {
    const module = await loadModule();
    tf.registerBackend(NAME, () => new PortableBackend(module), 10);
    registerKernels(NAME);
    speedUpAdam();
  }
  if (!(await tf.setBackend(NAME))) throw new EngineError('WebAssembly did not start');
  return {
    name: NAME,
    version: tf.version_core,
    threads: 1,
    reason,
    memory: liveTensors,
    dispose: () => tf.removeBackend(NAME),
  };
}

/** Compiles the WebAssembly module; its loader is inside the stock backend, of which only the module is kept. */
async function loadModule(): Promise<BackendWasm['wasm']> {
  setWasmPaths(wasmFolder());
  const restore = keepErrorListeners();
  try {
    const stock: unknown = await tf.findBackendFactory('wasm')();
    if (!(stock instanceof BackendWasm)) throw new EngineError('WebAssembly did not start');
    return stock.wasm;
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError(messageOf(error));
  } finally {
    restore();
  }
}

/** The module's loader adds process-wide listeners that rethrow; errors of the script are the runner's to report. */
function keepErrorListeners(): () => void {
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = new Map(events.map((event) => [event, process.rawListeners(event)]));
  return () => {
    for (const event of events) {
      for (const listener of process.rawListeners(event)) {
        if (before.get(event)?.includes(listener)) continue;
        process.removeListener(event, listener as () => void);
      }
    }
  };
}

/** The stock loader rejects with a plain object. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
