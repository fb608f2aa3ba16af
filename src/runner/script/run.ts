/** Starts the learner's script as Node would start it. */
import { existsSync, statSync } from 'node:fs';
import Module from 'node:module';
import { pathToFileURL } from 'node:url';
import { ScriptProblem } from '../errors/problem.ts';
import { formatOf } from '../modules/format.ts';
import { loadScript } from '../modules/hooks.ts';

/** Deep enough that the learner's line is still there below the frames of TensorFlow.js. */
const FRAMES = 60;

/** Resolves when the script's top level has ended, to what it exports. */
export async function runScript(file: string): Promise<Record<string, unknown>> {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new ScriptProblem(`There is no script ${file}.`);
  }
  if (!/\.[mc]?[jt]s$/.test(file)) {
    throw new ScriptProblem(
      `${file} is no script: its name ends in none of .ts .mts .cts .js .mjs .cjs.`,
    );
  }
  Error.stackTraceLimit = FRAMES;
  process.argv = [process.execPath, file];
  if (formatOf(file, loadScript(file)) === 'commonjs') return runMain(file);
  return import(pathToFileURL(file).href);
}

/** As `node file` does, so that `require.main === module` holds in the script. */
function runMain(file: string): Record<string, unknown> {
  const { _load: load } = Module as unknown as {
    _load(request: string, parent: null, isMain: boolean): Record<string, unknown>;
  };
  return load(file, null, true);
}
