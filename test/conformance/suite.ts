/** TensorFlow.js's own suite on one of the engines, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { copyEngineFiles, engineBundle, engineProcesses } from '../../src/build/engineFiles.ts';
import type { EngineName } from '../../src/engine/engine.ts';
import type { StrictName } from './strictEngine.ts';

/** As many as the suite of tfjs-core 4.22 has for a backend in Node. */
export const SPECS = 4225;

export interface SuiteOutcome {
  /** How many ran. */
  specs: number;
  failures: string[];
  /** How many specs each of the ignored parts of a name took out. */
  ignored: Record<string, number>;
}

/** @param env more variables for its process */
export async function runSuite(
  engine: EngineName | StrictName,
  env: Record<string, string> = {},
): Promise<SuiteOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genai101-conformance-'));
  try {
    const options = { maxBuffer: 1e8, env: { ...process.env, ...env } };
    const file = await bundle(folder);
    const { stdout } = await promisify(execFile)(process.execPath, [file, engine], options);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bundle(folder: string): Promise<string> {
  await build({
    ...engineBundle,
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
    entryPoints: { run: 'test/conformance/run.ts', ...engineProcesses },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    // The package says that its tests have no effect, so a bundler would leave almost all of them out.
    ignoreAnnotations: true,
  });
  await copyEngineFiles(folder);
  return path.join(folder, 'run.mjs');
}
