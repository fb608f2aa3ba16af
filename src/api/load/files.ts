/** Reads whole files for the loaders, and says in words when there is nothing to read. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { describe, GenAI101Error } from '../error.ts';

export interface DecodedPicture {
  width: number;
  height: number;
  /** [height, width, channels], 0 to 255, row by row. */
  data: Uint8Array;
}

/** What the loaders need from the process that runs the script. */
export interface FileHost {
  /** Relative paths start here: the folder of the script. */
  folder: string;
  /** The first frame of a PNG, JPEG, BMP or GIF file; throws when it is none, or damaged. */
  decode(bytes: Uint8Array, channels: 1 | 3): DecodedPicture;
}

let current: FileHost | undefined;

export function connectFiles(host: FileHost): void {
  current = host;
}

export function fileHost(call: string): FileHost {
  if (current) return current;
  throw new GenAI101Error(`${call}: files can be read only while a script runs in GenAI 101.`);
}

/** Absolute. Relative paths start at the script's folder, wherever it was started from; `~/` is the home folder. */
export function resolveFile(call: string, file: unknown): string {
  if (typeof file !== 'string' || file === '') {
    throw new GenAI101Error(`${call}: expected the path of a file, got ${describe(file)}.`);
  }
  if (file.startsWith('~/')) return path.join(homedir(), file.slice(2));
  return path.resolve(fileHost(call).folder, file);
}

/** @throws GenAI101Error when there is no such file, it may not be read, or it is empty */
export async function readBytes(call: string, file: string): Promise<Uint8Array> {
  const bytes = await readFile(resolveFile(call, file)).catch((error: unknown) => {
    throw unreadable(call, file, error);
  });
  if (bytes.length === 0) throw new GenAI101Error(`${call}: ${file} is empty (0 bytes).`);
  return bytes;
}

/** The file system's answer in words: what was looked for, and what to do. */
export function unreadable(call: string, file: string, error: unknown): GenAI101Error {
  const full = resolveFile(call, file);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reasons: Record<string, string> = {
    ENOENT: `there is no ${full}. Relative paths start at the script’s folder; check the name, or give the whole path`,
    EISDIR: `${full} is a folder, and a file is expected`,
    ENOTDIR: `${full} is a file, and a folder is expected`,
    EACCES: `${full} may not be read by you: check its permissions`,
  };
  const why = error instanceof Error ? error.message : String(error);
  return new GenAI101Error(`${call}: ${reasons[String(code)] ?? `${full}: ${why}`}.`);
}
