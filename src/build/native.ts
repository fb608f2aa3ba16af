/**
 * `npm run engine:native`: makes a native engine for this checkout in .cache/native: the official one, or where that
 * cannot be fetched, tfjs-node's binding compiled against the libtensorflow of a TensorFlow wheel.
 * Then measures for which kinds of models it is the faster one here.
 * `--from official` or `--from wheel` tries only that one; `--again` makes it anew.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bindingIn } from '../engine/native/find.ts';
import { probe } from '../engine/native/probe/probe.ts';
import { compileBinding } from './native/compile.ts';
import { installOfficial } from './native/official.ts';
import { madeHere, tfjsNodePackage } from './native/places.ts';
import { printSpeeds } from './native/speeds.ts';
import { unpackWheel } from './native/wheel.ts';

const ways: Record<string, (folder: string) => Promise<void>> = {
  official: installOfficial,
  async wheel(folder) {
    await compileBinding(folder, await unpackWheel(path.join(folder, 'deps')));
  },
};

const { values } = parseArgs({
  options: { from: { type: 'string' }, again: { type: 'boolean', default: false } },
});
const version = values.again ? undefined : await versionIn(madeHere).catch(() => undefined);
if (version) console.log(`The native engine is there: TensorFlow ${version}.`);
else await make();
if (process.exitCode === undefined) printSpeeds();

async function make(): Promise<void> {
  if (!existsSync(tfjsNodePackage)) {
    throw new Error('The package @tensorflow/tfjs-node is not installed: run npm ci.');
  }
  const names = values.from === undefined ? Object.keys(ways) : [values.from];
  for (const name of names) {
    try {
      return await makeFrom(name);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
  console.error('There is no native engine.');
  process.exitCode = 1;
}

/** In a folder of its own until it works: a half-made engine is never found. */
async function makeFrom(name: string): Promise<void> {
  const way = ways[name];
  if (!way) throw new Error(`--from takes ${Object.keys(ways).join(' or ')}, not “${name}”.`);
  const folder = `${madeHere}.part`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await way(folder);
  const made = await versionIn(folder);
  await rm(madeHere, { recursive: true, force: true });
  await rename(folder, madeHere);
  console.log(`The native engine is there: TensorFlow ${made}, in ${madeHere}.`);
}

async function versionIn(folder: string): Promise<string> {
  const binding = bindingIn(folder);
  if (!binding) throw new Error(`There is no binding in ${folder}.`);
  const probed = await probe(binding);
  if (!probed.works) throw new Error(`The native engine does not run here: ${probed.why}.`);
  return probed.version;
}
