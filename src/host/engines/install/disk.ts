/** The disk's faults in words. */
import { statfs } from 'node:fs/promises';
import { codeOf, InstallError } from './installError.ts';

/** Does something on disk below `folder`; what the system says against it becomes a sentence. */
export async function onDisk<Result>(folder: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw diskError(error, folder);
  }
}

function diskError(error: unknown, folder: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new InstallError(
        `The disk that holds ${folder} is full. Free some space and install again; what was downloaded is kept.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT': // Node's word for a folder that cannot be made where nothing can be written
      return new InstallError(
        `${folder} cannot be written to (${codeOf(error)}). Give yourself the right to write there and install again.`,
      );
    default:
      return error;
  }
}

/** Tells a lack of space beforehand, where the system says how much there is. */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new InstallError(
    `The disk that holds ${folder} has ${megabytes(free)} free, and ${megabytes(bytes)} are needed. Free some space and install again; what was downloaded is kept.`,
  );
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
