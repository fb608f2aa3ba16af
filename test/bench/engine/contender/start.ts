import { createRequire } from 'node:module';
import path from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { startEngine } from '../../../../src/engine/start.ts';
import * as tf from '../../../../src/engine/tf.ts';
import type { Ready } from '../protocol.ts';

/** Starts one of our engines, or “wasm”: TensorFlow.js's own WebAssembly backend. */
export async function startNamed(name: string): Promise<Ready['ready']> {
  if (name === 'wasm') return startStockWasm();
  const began = performance.now();
  const { name: started, version, threads, reason } = await startEngine(name);
  // An engine that does not run here is stood in for by another.
  if (started !== name) throw new Error(reason);
  return { version: `tfjs ${version}`, threads, startMs: performance.now() - began };
}

async function startStockWasm(): Promise<Ready['ready']> {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(path.join(path.dirname(main), '../dist/'));
  if (!(await setBackend('wasm'))) throw new Error('The stock WebAssembly backend did not start.');
  return { version: `tfjs ${tf.version_core}`, threads: 1 };
}
