/** Unpacks an archive by what it is, whatever its name: tfjs-node's “CPU-windows-….zip” is made by tar. */
import { open } from 'node:fs/promises';
import { ArchiveError } from './archiveError.ts';
import { type Limits, Unpacking } from './unpacking.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';

/** Puts the files of these names into the folder. */
export async function unpack(
  file: string,
  folder: string,
  names: readonly string[],
  signal: AbortSignal,
  most?: Limits,
): Promise<Unpacking> {
  const unpacking = new Unpacking(folder, names, most);
  const start = await firstBytes(file);
  if (start[0] === 0x1f && start[1] === 0x8b) await untar(file, unpacking, signal);
  else if (start.toString('latin1', 0, 2) === 'PK') await unzip(file, unpacking, signal);
  else throw noArchive(start);
  return unpacking;
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function noArchive(start: Buffer): ArchiveError {
  const text = start
    .toString('latin1')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim();
  return new ArchiveError(
    `What was downloaded is no archive: it begins with “${text.slice(0, 40)}”. A proxy or a login page may have answered instead of the server. It was deleted; check the connection and install again.`,
  );
}
