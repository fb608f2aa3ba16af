/** The folder that holds the installed engine, its lock, and what is on the way to or from being installed. */
import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { onDisk } from './disk.ts';
import { codeOf } from './installError.ts';
import { type PlatformName, tfjsNodeVersion } from './platforms.ts';

/** Where the engine of a platform is installed. */
export function installedFolder(storage: string, platform: PlatformName): string {
  return path.join(storage, `${tfjsNodeVersion}-${platform}`);
}

export const lockFile = (storage: string) => path.join(storage, 'lock');

/** Archives, whole or in part. */
export const downloads = (storage: string) => path.join(storage, 'download');

const passing = '.passing-';

/** A folder that is not yet, or no longer, the installed one: `sweep` deletes it. */
export function newFolder(storage: string): string {
  return path.join(storage, `${passing}${randomUUID()}`);
}

export function removeDownloads(storage: string): Promise<void> {
  return rm(downloads(storage), { recursive: true, force: true });
}

/** The new folder takes the place of an older one in two steps; between them there is none. */
export async function putInPlace(storage: string, folder: string, place: string): Promise<void> {
  await onDisk(storage, async () => {
    await putAside(storage, place);
    await rename(folder, place);
  });
}

/** Takes a folder out of use in one step; false where there is none. */
export async function putAside(storage: string, folder: string): Promise<boolean> {
  const isThere = await stat(folder).then(() => true, isMissing);
  if (isThere) await rename(folder, newFolder(storage));
  return isThere;
}

function isMissing(error: unknown): false {
  if (codeOf(error) === 'ENOENT') return false;
  throw error;
}

/** Deletes what is on the way: also what a window that was closed midway has left. */
export async function sweep(storage: string): Promise<void> {
  const left = (await readdir(storage)).filter((name) => name.startsWith(passing));
  for (const name of left) {
    // Windows keeps the files of a library that is in use; they go with the next sweep.
    await rm(path.join(storage, name), { recursive: true, force: true }).catch((error: unknown) => {
      if (process.platform !== 'win32') throw error;
    });
  }
}
