import { mkdir } from 'node:fs/promises';
import { onDisk } from './disk.ts';
import { codeOf, InstallError } from './installError.ts';
import { takeLock } from './lock.ts';
import type { PlatformName } from './platforms.ts';
import { installedFolder, lockFile, putAside, removeDownloads, sweep } from './storage.ts';

/** Removes the installed engine and what has come of a download. */
export async function remove(storage: string, platform: PlatformName): Promise<void> {
  await onDisk(storage, () => mkdir(storage, { recursive: true }));
  const lock = await takeLock(lockFile(storage));
  try {
    await putAside(storage, installedFolder(storage, platform)).catch(inUse);
    await removeDownloads(storage);
    await sweep(storage);
  } finally {
    await lock.release();
  }
}

/** Windows moves no folder of which a file is in use. */
function inUse(error: unknown): never {
  if (process.platform !== 'win32' || !/^(EPERM|EBUSY|EACCES)$/.test(codeOf(error) ?? ''))
    throw error;
  throw new InstallError(
    'The native engine is in use, so it was not removed. Stop the scripts that run with it, in all windows, and remove it again.',
  );
}
