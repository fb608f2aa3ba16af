/** Asks how much there is to download, before the learner is asked. */
import { requireFile } from './networkErrors.ts';
import { PartFile } from './partFile.ts';
import { type RequestOptions, request } from './request.ts';
import { archiveName, type Source } from './sources.ts';
import { downloads } from './storage.ts';

export interface Measured {
  /** Bytes; undefined where a server does not say. */
  total: number | undefined;
  /** Bytes that have come in an earlier sitting. */
  here: number;
}

/** @throws InstallError where a file is not there or its host cannot be reached */
export async function measure(
  storage: string,
  sources: readonly Source[],
  options: RequestOptions,
): Promise<Measured> {
  const totals: (number | undefined)[] = [];
  let here = 0;
  for (const source of sources) {
    totals.push(await lengthOf(source, options));
    const part = await PartFile.open(downloads(storage), archiveName(source));
    if (part.note?.url === source.url) here += await part.size();
  }
  const isKnown = totals.every((total) => total !== undefined);
  return {
    total: isKnown ? totals.reduce((sum, total) => sum + (total ?? 0), 0) : undefined,
    here,
  };
}

/** Some servers refuse to tell; the download itself will show. */
async function lengthOf(
  { url, title }: Source,
  options: RequestOptions,
): Promise<number | undefined> {
  const response = await request(url, { ...options, method: 'HEAD' });
  response.resume();
  const status = response.statusCode ?? 0;
  if (status === 403 || status === 405 || status === 501) return undefined;
  requireFile(status, url, title);
  const length = response.headers['content-length'];
  return length ? Number(length) : undefined;
}
