/** Native engines that are broken in ways that happen, each in a folder of its own. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Context } from 'mocha';
import { skip } from './skip.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/native');

export interface Broken {
  /** The folder of the engine. */
  folder: string;
  file: string;
}

/** Such a folder, and in it what `make` writes as tfjs-node's compiled part. */
export function engineFolder(make: (file: string) => void): Broken {
  const folder = mkdtempSync(path.join(tmpdir(), 'genai101-engine-'));
  const lib = path.join(folder, 'lib/napi-v8');
  mkdirSync(lib, { recursive: true });
  const file = path.join(lib, 'tfjs_binding.node');
  make(file);
  return { folder, file };
}

/** Cut off, as by a full disk. */
export function truncated(whole: string, bytes: number): Broken {
  return engineFolder((file) => writeFileSync(file, readFileSync(whole).subarray(0, bytes)));
}

export function forAnotherProcessor(): Broken {
  const { folder, file } = compiled('sigill.c');
  const bytes = readFileSync(file);
  bytes.writeUInt16LE(process.arch === 'x64' ? 0xb7 : 0x3e, 18); // e_machine: AArch64, x86-64
  writeFileSync(file, bytes);
  return { folder, file };
}

/** @param whole tfjs-node's compiled part, which needs libtensorflow beside it */
export function withoutLibrary(whole: string): Broken {
  return engineFolder((file) => copyFileSync(whole, file));
}

export function withIllegalInstruction(): Broken {
  return compiled('sigill.c');
}

export function forNewerLibc(): Broken {
  return engineFolder((file) => {
    const libc = path.join(path.dirname(file), 'libc.so.6');
    const map = `-Wl,--version-script=${path.join(fixtures, 'libc.map')}`;
    compile(['-nostdlib', map, '-Wl,-soname,libc.so.6', '-o', libc, path.join(fixtures, 'libc.c')]);
    compile(['-nostdlib', '-o', file, path.join(fixtures, 'newer-libc.c'), libc]);
  });
}

export function needCompiler(context: Context): void {
  needLinux(context);
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
  } catch {
    skip(context, 'no C compiler here to make a broken engine with');
  }
}

export function needLinux(context: Context): void {
  if (process.platform !== 'linux') skip(context, 'the broken engines are made for Linux');
}

function compiled(source: string): Broken {
  return engineFolder((file) => compile(['-o', file, path.join(fixtures, source)]));
}

function compile(args: string[]): void {
  execFileSync('cc', ['-shared', '-fPIC', ...args]);
}
