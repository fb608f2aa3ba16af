/**
 * Writes dist/types: packages with nothing but the types of what example scripts import.
 * They are copied beside the learner's examples, so that IntelliSense works with nothing installed.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Entry, gatherDeclarations } from './declarations.ts';

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(root, 'node_modules');
const sources = path.join(root, 'src/build/types');

/** The modules that scripts import. */
const NAMES = [
  ...['@tensorflow/tfjs', '@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'],
  ...['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu', 'genai101'],
];

const GPU =
  "declare module '@tensorflow/tfjs-node-gpu' {\nexport * from '@tensorflow/tfjs-node';\n}\n";

/** Stands for the notice that each of the gathered files had. */
const NOTICE = `/**
 * Types of TensorFlow.js, gathered from its packages.
 * Copyright Google LLC. Licensed under the Apache License, Version 2.0: http://www.apache.org/licenses/LICENSE-2.0
 * Types of genai101: MIT.
 */
`;

/** Writes what goes into the node_modules folder beside the learner's examples. */
export async function writeTypes(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const ours = await emitOurs();
  for (const name of NAMES) await writePackage(folder, name);
  const declared = path.join(folder, 'genai101');
  const modules = NOTICE + gatherDeclarations(entries(ours)) + GPU;
  await writeFile(path.join(declared, 'modules.d.ts'), modules);
  await cp(path.join(sources, 'node.d.ts'), path.join(declared, 'node.d.ts'));
  await rm(ours, { recursive: true });
}

/** The package itself only leads to the ambient modules, which go before it. */
async function writePackage(folder: string, name: string): Promise<void> {
  const to = path.join(folder, name);
  const up = path.relative(to, path.join(folder, 'genai101')).replaceAll(path.sep, '/') || '.';
  const files = ['modules.d.ts', 'node.d.ts'];
  const types = files.map((file) => `/// <reference path="${up}/${file}" />\n`).join('');
  const manifest = { name, version: '0.0.0', types: 'index.d.ts' };
  await mkdir(to, { recursive: true });
  await writeFile(path.join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(path.join(to, 'index.d.ts'), `${types}export {};\n`);
}

/** Lets the compiler write the declarations of src/api. */
async function emitOurs(): Promise<string> {
  const out = await mkdtemp(path.join(tmpdir(), 'genai101-types-'));
  const tsc = path.join(packages, 'typescript/bin/tsc');
  const config = path.join(sources, 'tsconfig.json');
  await promisify(execFile)(process.execPath, [tsc, '-p', config, '--outDir', out]);
  for (const file of ['tfjsNode.d.ts', 'tfjsNodeIo.d.ts', 'tfjsNodeNode.d.ts']) {
    await cp(path.join(root, 'src/api', file), path.join(out, 'api', file));
  }
  await cp(path.join(sources, 'tfjs.d.ts'), path.join(out, 'engine/tf.d.ts'));
  return out;
}

function entries(ours: string): Entry[] {
  const tensorflow = (name: string): Entry => ({
    name: `@tensorflow/${name}`,
    file: path.join(packages, '@tensorflow', name, 'dist/index.d.ts'),
    root: path.join(packages, '@tensorflow', name),
  });
  return [
    { name: 'genai101', file: path.join(ours, 'api/index.d.ts'), root: ours },
    { name: '@tensorflow/tfjs', file: path.join(ours, 'engine/tf.d.ts'), root: ours },
    { name: '@tensorflow/tfjs-node', file: path.join(ours, 'api/tfjsNode.d.ts'), root: ours },
    ...['tfjs-core', 'tfjs-layers', 'tfjs-data', 'tfjs-converter'].map(tensorflow),
  ];
}
