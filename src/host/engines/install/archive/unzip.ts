import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { codeOf } from '../installError.ts';
import { damaged, hostileEntry } from './archiveError.ts';
import type { Unpacking } from './unpacking.ts';

/** Unpacks a .zip. */
export async function unzip(
  file: string,
  unpacking: Unpacking,
  signal: AbortSignal,
): Promise<void> {
  const zip = await inWords(() =>
    // Names are checked by us; entries end where they say, or fail.
    openPromise(file, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }),
  );
  try {
    await inWords(async () => {
      for await (const entry of zip.eachEntry()) {
        signal.throwIfAborted();
        await add(zip, entry, unpacking);
      }
    });
  } finally {
    zip.close();
  }
}

async function add(zip: ZipFile, entry: Entry, unpacking: Unpacking): Promise<void> {
  const name = entry.fileName;
  const reason = oddity(entry);
  if (reason) throw hostileEntry(name, reason);
  if (name.endsWith('/')) return unpacking.directory(name);
  return unpacking.file(name, entry.uncompressedSize, await zip.openReadStreamPromise(entry));
}

const fileKind = 0o170000;
const regular = 0o100000;
const folder = 0o040000;

/** Unix programs keep a file's mode in the upper half of the attributes; zero is a file of another system. */
function oddity(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return 'it is encrypted';
  const kind = (entry.externalFileAttributes >>> 16) & fileKind;
  return kind === 0 || kind === regular || kind === folder
    ? undefined
    : 'it is no file but a link or a device';
}

/** What the library says of an archive is about the archive. */
async function inWords<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const isOurs = error instanceof Error && ['InstallError', 'AbortError'].includes(error.name);
    if (isOurs || codeOf(error)?.startsWith('E')) throw error;
    const [, fault, name] =
      /^(invalid characters in fileName|absolute path|invalid relative path): (.*)$/s.exec(
        error instanceof Error ? error.message : '',
      ) ?? [];
    throw fault ? hostileEntry(name ?? '', fault) : damaged(error);
  }
}
