import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { copyEngineFiles, engineBundle } from '../../../src/build/engineFiles.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, '.cache/bench-engine');
/** Written after the engine's files, which take a while. */
const finished = path.join(folder, 'finished');

/**
 * Bundles a program with the engine, as the runner is: TensorFlow.js as ES modules is faster than what Node would load.
 * @param name of a file in contender/ or profile/, such as 'contender/main'
 * @returns the bundle's path
 */
export async function bundleProgram(name: string): Promise<string> {
  const outfile = path.join(folder, `${path.dirname(name)}.mjs`);
  await build({
    ...engineBundle,
    absWorkingDir: root,
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    logLevel: 'warning',
  });
  if (areOld()) {
    await copyEngineFiles(folder);
    await writeFile(finished, '');
  }
  return outfile;
}

function areOld(): boolean {
  if (!existsSync(finished)) return true;
  const made = statSync(finished).mtimeMs;
  const sources = globSync('src/{build,engine}/**', { cwd: root, absolute: true });
  return sources.some((file) => statSync(file).mtimeMs > made);
}
