/** Fetches one archive: goes on where an earlier sitting stopped, tries again when the connection breaks, then checks it. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Digests, digestsOf, type Expected, expectedChecksum } from './checksums.ts';
import { megabytes } from './disk.ts';
import { InstallError } from './installError.ts';
import { CutError, noFile, requireFile } from './networkErrors.ts';
import { type Note, PartFile } from './partFile.ts';
import { receive, validatorOf } from './receive.ts';
import { type RequestOptions, request } from './request.ts';
import { archiveName, type Source, shownUrl } from './sources.ts';

export interface DownloadOptions extends RequestOptions {
  /** Holds what has come so far. */
  folder: string;
  onProgress(received: number, total: number): void;
  /** Milliseconds before each new try. */
  pauses?: readonly number[];
}

export interface Downloaded {
  file: string;
  /** Bytes. */
  size: number;
  url: string;
  sha256: string;
  /** What it was compared with, in words. */
  checkedBy: string;
}

/** @throws InstallError; what has come is kept where going on makes sense. */
export async function download(source: Source, options: DownloadOptions): Promise<Downloaded> {
  const part = await PartFile.open(options.folder, archiveName(source));
  await persistently(part, options, () => fetchRest(source, part, options));
  const announced = part.note?.announced ?? '';
  const expected = await persistently(part, options, () =>
    expectedChecksum(source, announced, options),
  );
  return check(source, part, expected, options.signal);
}

/** Tries again, after a pause, what fails because a connection broke. */
async function persistently<Result>(
  part: PartFile,
  { pauses = [1000, 3000], signal }: DownloadOptions,
  act: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; ; tries++) {
    try {
      return await act();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CutError)) throw error;
      const pause = pauses[tries];
      if (pause === undefined) throw await givenUp(error, part);
      await wait(pause, undefined, { signal });
    }
  }
}

async function fetchRest(source: Source, part: PartFile, options: DownloadOptions): Promise<void> {
  const from = await resumePoint(part, source);
  const response = await request(source.url, { ...options, headers: rangeOf(from, part.note) });
  const status = response.statusCode ?? 0;
  try {
    const start = startOf(response, from, part.note);
    if (start !== undefined) {
      requireFile(status, source.url, source.title);
      return await receive(response, { source, part, start, options });
    }
  } finally {
    response.destroy();
  }
  if (from === 0) throw noFile(status, shownUrl(source.url), source.title);
  // The file has changed, and the server gave a piece of the new one: all of it is needed.
  await part.remove();
  await fetchRest(source, part, options);
}

/** The first byte to ask for: the last one of a whole file again, so that it is seen to be unchanged. */
async function resumePoint(part: PartFile, source: Source): Promise<number> {
  const { note } = part;
  if (!note?.validator || note.url !== source.url) return 0;
  return Math.max(0, Math.min(await part.size(), note.total - 1));
}

/** If-Range: a server whose file has changed sends all of it. */
function rangeOf(from: number, note: Note | undefined): Record<string, string> {
  if (from === 0 || !note) return {};
  return { Range: `bytes=${from}-`, 'If-Range': note.validator };
}

/** Where the response's bytes belong; undefined where they do not fit what is there. */
function startOf(
  { statusCode, headers }: IncomingMessage,
  from: number,
  note: Note | undefined,
): number | undefined {
  if (statusCode !== 206 && statusCode !== 416) return 0;
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers['content-range'] ?? '');
  const fits = Number(range?.[1]) === from && Number(range?.[2]) === note?.total;
  return fits && validatorOf(headers) === note?.validator ? from : undefined;
}

/** @throws InstallError, with what was downloaded deleted, where it is not what it should be. */
async function check(
  source: Source,
  part: PartFile,
  expected: Expected | undefined,
  signal: AbortSignal,
): Promise<Downloaded> {
  const digests = await digestsOf(part.file, signal);
  if (expected && digests[expected.hash] !== expected.digest) {
    await part.remove();
    throw wrongChecksum(source, digests, expected);
  }
  return {
    file: part.file,
    size: await part.size(),
    url: source.url,
    sha256: digests.sha256,
    checkedBy: expected ? `${expected.hash}, ${expected.source}` : 'its length only',
  };
}

function wrongChecksum({ url }: Source, digests: Digests, expected: Expected): InstallError {
  return new InstallError(
    `${shownUrl(url)} is not what it should be: its ${expected.hash} is ${digests[expected.hash]}, and ${expected.digest} was expected (${expected.source}). It was deleted. Install again; where it stays so, the mirror or a proxy changes the file.`,
  );
}

async function givenUp(error: CutError, part: PartFile): Promise<InstallError> {
  const [here, total] = [await part.size(), part.note?.total];
  const kept = total ? ` ${megabytes(here)} of ${megabytes(total)} are here and are kept.` : '';
  const next = part.note?.validator || !total ? 'Install again to go on.' : 'Install again.';
  return new InstallError(`${error.message}${kept} ${next}`);
}
