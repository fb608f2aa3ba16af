import { existsSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { copyEngineFiles, engineBundle, engineProcesses } from '../../../src/build/engineFiles.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, '.cache/bench-engine');
/** Written after the engine's files, which take a while. */
const finished = path.join(folder, 'finished');

const programs = {
  contender: 'test/bench/engine/contender/main.ts',
  profile: 'test/bench/engine/profile/main.ts',
  leaks: 'test/bench/engine/leaks/main.ts',
};

/**
 * Bundles the programs that run on an engine, as the runner is: TensorFlow.js as ES modules is faster than what Node
 * would load.
 * @returns the path of one of them
 */
export async function bundleProgram(name: keyof typeof programs): Promise<string> {
  const stale = globSync('*.mjs', { cwd: folder, absolute: true });
  await Promise.all(stale.map((file) => rm(file)));
  await build({
    ...engineBundle,
    absWorkingDir: root,
    entryPoints: { ...programs, ...engineProcesses },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    logLevel: 'warning',
  });
  if (areOld()) {
    await copyEngineFiles(folder);
    await writeFile(finished, '');
  }
  return path.join(folder, `${name}.mjs`);
}

function areOld(): boolean {
  if (!existsSync(finished)) return true;
  const made = statSync(finished).mtimeMs;
  const sources = globSync('src/{build,engine}/**', { cwd: root, absolute: true });
  return sources.some((file) => statSync(file).mtimeMs > made);
}
