import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { EngineError } from '../../engineError.ts';
import type { BuildName } from './load.ts';

/** Beside the bundle, else where `npm run build` has put it. */
const FOLDERS = [import.meta.dirname, path.resolve(import.meta.dirname, '../../../../dist/runner')];

/** Reads a build of the kernels from disk. */
export async function readBuild(name: BuildName): Promise<Uint8Array<ArrayBuffer>> {
  const file = `kernels-${name}.wasm`;
  const folder = FOLDERS.find((one) => existsSync(path.join(one, file)));
  if (!folder) throw new EngineError(`the file ${file} is missing`);
  return new Uint8Array(await readFile(path.join(folder, file)));
}

/** Node 20 knows relaxed SIMD only when told so. */
export function allowRelaxedSimd(): void {
  if (Number.parseInt(process.versions.node, 10) < 22) {
    setFlagsFromString('--experimental-wasm-relaxed-simd');
  }
}
