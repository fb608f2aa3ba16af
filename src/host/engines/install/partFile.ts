/**
 * A download that may take several sittings: NAME.part holds the bytes so far, NAME.json what is known of
 * the whole. Both outlive the window, so that the next one goes on where this one stopped.
 */
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { codeOf } from './installError.ts';

const Note = v.object({
  url: v.string(),
  /** Names this very version of the file: its ETag or its date. Empty where the server gives none. */
  validator: v.string(),
  /** Bytes of the whole file. */
  total: v.number(),
  /** The server's `x-goog-hash`; empty where it sent none. */
  announced: v.string(),
});

export type Note = v.InferOutput<typeof Note>;

export class PartFile {
  readonly file: string;
  readonly #noteFile: string;
  #note: Note | undefined;

  private constructor(folder: string, name: string) {
    this.file = path.join(folder, `${name}.part`);
    this.#noteFile = path.join(folder, `${name}.json`);
  }

  static async open(folder: string, name: string): Promise<PartFile> {
    const part = new PartFile(folder, name);
    part.#note = await readNote(part.#noteFile);
    return part;
  }

  get note(): Note | undefined {
    return this.#note;
  }

  async size(): Promise<number> {
    try {
      return (await stat(this.file)).size;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 0;
      throw error;
    }
  }

  /** Begins at `start` bytes: what lies behind is cut off. The note is written before the first byte. */
  async begin(start: number, note: Note): Promise<PartWriter> {
    this.#note = note;
    await writeFile(this.#noteFile, JSON.stringify(note));
    const handle = await open(this.file, 'a');
    await handle.truncate(start);
    return {
      write: (bytes) => handle.appendFile(bytes),
      close: () => handle.close(),
    };
  }

  async remove(): Promise<void> {
    this.#note = undefined;
    await Promise.all([this.file, this.#noteFile].map((file) => rm(file, { force: true })));
  }
}

export interface PartWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** What cannot be read begins anew. */
async function readNote(file: string): Promise<Note | undefined> {
  try {
    return v.parse(Note, JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || error instanceof v.ValiError;
    if (isUnreadable || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
