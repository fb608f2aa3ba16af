import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EngineError } from '../engineError.ts';

const ONE_OF_THEM = 'tfjs-backend-wasm-simd.wasm';

/** The folder of the .wasm files, with a slash at its end: beside the bundle, else in node_modules. */
export function wasmFolder(): string {
  const beside = import.meta.dirname;
  const folder = existsSync(path.join(beside, ONE_OF_THEM)) ? beside : installedFolder();
  return folder + path.sep;
}

function installedFolder(): string {
  try {
    const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    return path.join(path.dirname(main), '../dist');
  } catch {
    throw new EngineError('the file tfjs-backend-wasm-simd.wasm is missing');
  }
}
