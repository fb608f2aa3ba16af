/** The official binding and libtensorflow, fetched by tfjs-node's own installer. */
import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { root, tfjsNodePackage } from './places.ts';

/** About 120 MB to fetch. */
const LIMIT_MS = 600_000;

/** @param folder becomes a copy of tfjs-node's package, installed whole; it must lie below our node_modules */
export async function installOfficial(folder: string): Promise<void> {
  await cp(tfjsNodePackage, folder, { recursive: true });
  console.log('Fetching the official binding with tfjs-node’s installer …');
  const tools = path.join(root, 'node_modules/.bin');
  const { status, errors } = await run(folder, `${tools}${path.delimiter}${process.env.PATH}`);
  if (status !== 0) throw new Error(`tfjs-node’s installer failed: ${reason(errors)}`);
}

function run(folder: string, PATH: string): Promise<{ status: number | null; errors: string }> {
  const child = spawn(process.execPath, ['scripts/install.js'], {
    cwd: folder,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LIMIT_MS,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, errors }));
  });
}

function reason(errors: string): string {
  return /^\w*Error: (.*)$/m.exec(errors)?.[1] ?? errors.trim().split('\n').at(-1) ?? 'no word why';
}
