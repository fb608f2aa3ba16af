/** What an archive puts into a folder: checked entry by entry, whatever the archive's kind. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onDisk } from '../disk.ts';
import { damaged, hostileEntry, tooBig } from './archiveError.ts';
import { entryPath } from './entryPath.ts';
import { Places } from './places.ts';

export interface Limits {
  /** Of all files together, unpacked. */
  bytes: number;
  entries: number;
}

/** libtensorflow has some 100 entries and less than 600 MB. */
export const limits: Limits = { bytes: 2e9, entries: 5000 };

export class Unpacking {
  readonly limits: Limits;
  readonly #folder: string;
  readonly #stems: ReadonlySet<string>;
  readonly #places = new Places();
  #entries = 0;
  #bytes = 0;

  /**
   * Keeps the files that are wanted, and those they may be links to: 'libtensorflow.so.2' is one to
   * 'libtensorflow.so.2.9.1'. The others are checked and left out.
   */
  constructor(folder: string, wanted: readonly string[], most: Limits = limits) {
    this.#folder = folder;
    this.#stems = new Set(wanted.map(stemOf));
    this.limits = most;
  }

  directory(name: string): void {
    this.#count(0);
    this.#places.folder(name, entryPath(name));
  }

  /** `size` is what the archive declares; a body of another length is a fault of the archive. */
  async file(name: string, size: number, body: AsyncIterable<Uint8Array>): Promise<void> {
    this.#count(size);
    const place = placeOf(name);
    this.#places.file(name, place);
    if (this.#stems.has(stemOf(place))) await this.#write(place, size, body);
    else await drain(body);
  }

  /**
   * No link is made on disk: it is only remembered, as another name of a file of the archive.
   * A symbolic link's target is named from where the link lies.
   */
  symbolicLink(name: string, target: string): void {
    const place = placeOf(name);
    const aim = path.posix.join(path.posix.dirname(place), target);
    if (!target || path.posix.isAbsolute(target) || /[\\:]/.test(target) || aim.startsWith('..')) {
      throw hostileEntry(name, `it is a link to “${target}”, outside the archive`);
    }
    this.#count(0);
    this.#places.link(name, place, aim);
  }

  /** A hard link's target is named from the top of the archive. */
  hardLink(name: string, target: string): void {
    this.#count(0);
    this.#places.link(name, placeOf(name), placeOf(target));
  }

  /** The unpacked file that has this name, itself or through links. */
  find(name: string): string | undefined {
    const place = this.#places.find(name);
    return place && this.#stems.has(stemOf(place)) ? path.join(this.#folder, place) : undefined;
  }

  #count(bytes: number): void {
    this.#entries++;
    this.#bytes += bytes;
    const isSize = Number.isSafeInteger(bytes) && bytes >= 0;
    if (isSize && this.#bytes <= this.limits.bytes && this.#entries <= this.limits.entries) return;
    throw tooBig(this.limits.bytes, this.limits.entries);
  }

  async #write(place: string, size: number, body: AsyncIterable<Uint8Array>): Promise<void> {
    const file = path.join(this.#folder, place);
    await onDisk(this.#folder, async () => {
      await mkdir(path.dirname(file), { recursive: true });
      // 'wx' overwrites nothing and follows no link.
      const sink = createWriteStream(file, { flags: 'wx', mode: 0o644, flush: true });
      await pipeline(exactly(size, body), sink);
    });
  }
}

function placeOf(name: string): string {
  const place = entryPath(name);
  if (!place) throw hostileEntry(name, 'it names no file');
  return place;
}

/** A file's name up to its first dot. */
function stemOf(file: string): string {
  return path.posix.basename(file).split('.', 1)[0] ?? '';
}

async function* exactly(size: number, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > size) break;
    yield chunk;
  }
  if (bytes !== size) throw damaged('an entry is not as long as it says');
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of body);
}
