/** A folder of the test's own, which the loaders take for the script's. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GenAI101Error } from '../../../../src/api/error.ts';
import { connectFiles } from '../../../../src/api/load/files.ts';
import { startEngine } from '../../../../src/engine/start.ts';
import { decodePicture } from '../../../../src/runner/node/pictureFile.ts';

export class ScriptFolder {
  path = '';

  /** Call inside of a `describe`. */
  constructor() {
    before(() => startEngine('portable'));
    beforeEach(() => {
      this.path = mkdtempSync(path.join(tmpdir(), 'genai101-load-'));
      connectFiles({ folder: this.path, decode: decodePicture });
    });
    afterEach(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** @returns the path from the folder */
  write(file: string, contents: string | Uint8Array): string {
    const full = path.join(this.path, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, contents);
    return file;
  }
}

/** What the loader says. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('It was read.'),
    (reason: unknown) => reason,
  );
  if (error instanceof GenAI101Error) return error.message;
  throw error;
}
