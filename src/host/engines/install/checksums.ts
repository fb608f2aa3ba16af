/** What a downloaded archive is compared with, and how strong that is. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32c } from '../../../protocol/crc32c.ts';
import { InstallError } from './installError.ts';
import { type RequestOptions, request } from './request.ts';
import { type Source, shownUrl } from './sources.ts';

export type HashName = 'sha256' | 'md5' | 'crc32c';

/** Each as lower-case hexadecimal digits. */
export type Digests = Record<HashName, string>;

export interface Expected {
  hash: HashName;
  digest: string;
  /** Who says so: 'known beforehand', or the file or the server that announced it. */
  source: string;
}

/**
 * The strongest there is: the file that a mirror has beside the archive; else the SHA-256 known beforehand;
 * else what the server announced with the archive. Undefined where there is none of them.
 */
export async function expectedChecksum(
  source: Source,
  announced: string,
  options: RequestOptions,
): Promise<Expected | undefined> {
  const beside = source.official ? undefined : await besideArchive(source.url, options);
  if (beside) return beside;
  if (source.sha256) return { hash: 'sha256', digest: source.sha256, source: 'known beforehand' };
  return fromHeader(announced, new URL(source.url).host);
}

async function besideArchive(url: string, options: RequestOptions): Promise<Expected | undefined> {
  const address = `${url}.sha256`;
  const response = await request(address, { ...options, method: 'GET', headers: {} });
  if (response.statusCode !== 200) {
    response.destroy();
    return undefined;
  }
  let text = '';
  for await (const chunk of response) {
    text += chunk;
    if (text.length > 4096) break; // a page, not a checksum
  }
  const [digest] = /^[0-9a-f]{64}\b/i.exec(text.trimStart()) ?? [];
  if (digest) return { hash: 'sha256', digest: digest.toLowerCase(), source: shownUrl(address) };
  throw new InstallError(
    `${shownUrl(address)} holds no SHA-256 checksum: it has to begin with 64 hexadecimal digits. Correct or remove that file.`,
  );
}

/** Google's storage sends `x-goog-hash: crc32c=…,md5=…`, in base64; composed objects have no md5. */
function fromHeader(header: string, host: string): Expected | undefined {
  for (const hash of ['md5', 'crc32c'] as const) {
    const [, value] = new RegExp(`(?:^|,)\\s*${hash}=([A-Za-z0-9+/]+=*)`).exec(header) ?? [];
    if (!value) continue;
    return {
      hash,
      digest: Buffer.from(value, 'base64').toString('hex'),
      source: `announced by ${host}`,
    };
  }
  return undefined;
}

export async function digestsOf(file: string, signal?: AbortSignal): Promise<Digests> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let crc = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20, signal })) {
    sha256.update(chunk);
    md5.update(chunk);
    crc = crc32c(chunk, crc);
  }
  return {
    sha256: sha256.digest('hex'),
    md5: md5.digest('hex'),
    crc32c: crc.toString(16).padStart(8, '0'),
  };
}
