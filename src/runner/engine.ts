/** Starts the engine and gathers what scripts may import. */
import { existsSync, readFileSync } from 'node:fs';
import * as api from '../api/index.ts';
import type { Engine } from '../engine/engine.ts';
import { startEngine as start } from '../engine/start.ts';
import * as tf from '../engine/tf.ts';
import type { RunRequest } from '../protocol/runner.ts';
import { fileSystem, registerFileScheme } from './node/fileSystem.ts';
import { nodeNamespace } from './node/node.ts';

/** All of them are the one TensorFlow.js of this process, with the parts of tfjs-node that need no native library. */
const TENSORFLOW = [
  ...['@tensorflow/tfjs', '@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'],
  ...['@tensorflow/tfjs-data', '@tensorflow/tfjs-converter'],
  ...['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'],
  ...['@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs-backend-wasm'],
];

export interface Started {
  engine: Engine;
  /** What scripts may import, by name. */
  modules: Record<string, object>;
}

export async function startEngine({ engine: choice, engines, file }: RunRequest): Promise<Started> {
  const engine = await start(choice, { ...engines, script: textOf(file) });
  registerFileScheme();
  const tensorflow = {
    ...tf,
    io: { ...tf.io, fileSystem },
    version: { ...tf.version, 'tfjs-node': tf.version.tfjs },
    node: nodeNamespace(engine.savedModels),
    // Of the WebAssembly backend's own package: scripts set them before anything else, and here they are set already.
    setWasmPaths() {},
    setThreadsCount() {},
  };
  // tfjs-data's own names (csv, generator, …) are exported flat by its package and below `data` by the others.
  const data = { ...tf.data, ...tensorflow };
  const modules: Record<string, object> = { genai101: { ...api } };
  for (const name of TENSORFLOW) modules[name] = name.endsWith('-data') ? data : tensorflow;
  return { engine, modules };
}

/** A script that is not there is told when it is about to run. */
function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
