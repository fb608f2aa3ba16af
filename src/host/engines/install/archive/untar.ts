import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { codeOf, messageOf } from '../installError.ts';
import { damaged, hostileEntry, tooBig } from './archiveError.ts';
import type { Limits, Unpacking } from './unpacking.ts';

/** Unpacks a .tar.gz. */
export async function untar(
  file: string,
  unpacking: Unpacking,
  signal: AbortSignal,
): Promise<void> {
  const entries = extract();
  const unzipped = pipeline(
    createReadStream(file),
    createGunzip(),
    (chunks: AsyncIterable<Buffer>) => bounded(chunks, unpacking.limits),
    // tar-stream has streams of its own kind; they do what Node's do.
    entries as unknown as NodeJS.WritableStream,
    { signal },
  );
  const outcomes = await Promise.allSettled([addAll(entries, unpacking), unzipped]);
  signal.throwIfAborted();
  const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (reasons.length > 0) throw causeOf(reasons);
}

/** Headers and what is left out count as well, whatever sizes the headers declare. */
async function* bounded(chunks: AsyncIterable<Buffer>, most: Limits): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most.bytes) throw tooBig(most.bytes, most.entries);
    yield chunk;
  }
}

async function addAll(entries: ReturnType<typeof extract>, unpacking: Unpacking): Promise<void> {
  for await (const entry of entries) {
    await add(entry.header, entry as AsyncIterable<Uint8Array>, unpacking);
    entry.resume();
  }
}

function add(
  { name, size, type, linkname }: Header,
  body: AsyncIterable<Uint8Array>,
  unpacking: Unpacking,
): void | Promise<void> {
  switch (type) {
    case 'file':
      return unpacking.file(name, size, body);
    case 'directory':
      return unpacking.directory(name);
    case 'symlink':
      return unpacking.symbolicLink(name, linkname);
    case 'link':
      return unpacking.hardLink(name, linkname);
    default:
      throw hostileEntry(name, `it is no file but a ${type ?? 'thing of an unknown kind'}`);
  }
}

/** When one end fails the other one fails too, and says less. */
function causeOf(reasons: unknown[]): unknown {
  const known = reasons.find((reason) => reason instanceof Error && reason.name === 'InstallError');
  const ofFormat = reasons.find(
    (reason) => codeOf(reason)?.startsWith('Z_') || /tar|end of data/.test(messageOf(reason)),
  );
  return known ?? (ofFormat ? damaged(ofFormat) : reasons[0]);
}
