/** Writes the body of a response behind what has come before. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { onDisk, requireSpace } from './disk.ts';
import type { DownloadOptions } from './download.ts';
import { InstallError } from './installError.ts';
import { CutError, networkError } from './networkErrors.ts';
import type { Note, PartFile } from './partFile.ts';
import { type Source, shownUrl } from './sources.ts';

export interface Receiving {
  source: Source;
  part: PartFile;
  /** The place of the body's first byte in the file. */
  start: number;
  options: DownloadOptions;
}

export async function receive(response: IncomingMessage, receiving: Receiving): Promise<void> {
  const { part, start, options } = receiving;
  const note = noteOf(response, receiving);
  await requireSpace(options.folder, note.total - start);
  const writer = await onDisk(options.folder, () => part.begin(start, note));
  let received = start;
  try {
    for await (const chunk of bodyOf(response, receiving)) {
      await onDisk(options.folder, () => writer.write(chunk));
      received += chunk.length;
      options.onProgress(received, note.total);
    }
  } finally {
    await writer.close();
  }
  if (received !== note.total) throw new CutError(`${shownUrl(receiving.source.url)} ended early.`);
}

function noteOf(response: IncomingMessage, { source, part, start }: Receiving): Note {
  const { headers } = response;
  const total = start + Number(headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(total) || total === 0) {
    throw new InstallError(
      `${shownUrl(source.url)} does not say how long it is, so nobody could tell whether all of it came. Use another mirror.`,
    );
  }
  const before = start > 0 ? part.note?.announced : undefined;
  const announced = String(headers['x-goog-hash'] ?? before ?? '');
  return { url: source.url, validator: validatorOf(headers), total, announced };
}

/** Names this version of a file. A weak ETag ('W/…') may stand for different bytes; the date is then the better mark. */
export function validatorOf(headers: IncomingHttpHeaders): string {
  const { etag } = headers;
  return etag && !etag.startsWith('W/') ? etag : (headers['last-modified'] ?? '');
}

/** With the network's faults in words; a body that ends too early is one of them. */
async function* bodyOf(
  response: IncomingMessage,
  { source, options }: Receiving,
): AsyncGenerator<Buffer> {
  try {
    yield* response;
  } catch (error) {
    options.signal.throwIfAborted();
    throw networkError(error, new URL(source.url));
  }
}
