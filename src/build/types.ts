/**
 * Writes dist/types: a node_modules folder with nothing but the types of what example scripts import.
 * It is copied beside the learner's examples, so only declarations that can be reached are in it.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { reachableDeclarations } from './types/reach.ts';

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(root, 'node_modules');

/** Where a declaration file goes, by where it was found. */
interface Home {
  from: string;
  to: string;
}

/** @param target for example dist/types; written anew. */
export async function writeTypes(target: string): Promise<void> {
  const emitted = await mkdtemp(path.join(tmpdir(), 'genai101-types-'));
  try {
    await emitDeclarations(emitted);
    await rm(target, { recursive: true, force: true });
    await copyDeclarations(emitted, target);
    await writeEntries(target);
  } finally {
    await rm(emitted, { recursive: true, force: true });
  }
}

async function emitDeclarations(to: string): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const { bin } = JSON.parse(await readFile(manifest, 'utf8'));
  const compiler = path.join(path.dirname(manifest), bin.tsc);
  const project = path.join(import.meta.dirname, 'types');
  await promisify(execFile)(process.execPath, [compiler, '-p', project, '--outDir', to]);
}

async function copyDeclarations(emitted: string, target: string): Promise<void> {
  const homes: Home[] = [
    { from: emitted, to: path.join(target, 'genai101') },
    { from: path.join(root, 'src/api'), to: path.join(target, '@tensorflow/tfjs-node') },
    { from: path.join(packages, '@tensorflow'), to: path.join(target, '@tensorflow') },
  ];
  const entries = [
    path.join(emitted, 'api/index.d.ts'),
    path.join(root, 'src/api/tfjsNode.d.ts'),
    path.join(packages, '@tensorflow/tfjs/dist/index.d.ts'),
  ];
  for (const [file, text] of await reachableDeclarations(entries, packages)) {
    const home = homes.find(({ from }) => file.startsWith(from + path.sep));
    if (home) await write(path.join(home.to, path.relative(home.from, file)), text);
  }
}

/** What each name stands for. tfjs-node-gpu is the same to a script. */
async function writeEntries(target: string): Promise<void> {
  const entries: Record<string, string> = {
    genai101: 'api/index.d.ts',
    '@tensorflow/tfjs-node': 'tfjsNode.d.ts',
    '@tensorflow/tfjs-node-gpu': 'index.d.ts',
    ...Object.fromEntries(
      ['tfjs', 'tfjs-core', 'tfjs-layers', 'tfjs-data', 'tfjs-converter'].map((name) => [
        `@tensorflow/${name}`,
        'dist/index.d.ts',
      ]),
    ),
  };
  for (const [name, types] of Object.entries(entries)) {
    const manifest = { name, version: '0.0.0', types };
    await write(path.join(target, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  const gpu = path.join(target, '@tensorflow/tfjs-node-gpu/index.d.ts');
  await write(gpu, `export * from '@tensorflow/tfjs-node';\n`);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
