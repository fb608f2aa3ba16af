import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sameText } from './sameText.ts';

/** Where the examples come from, and where the learner's copies go. */
export interface CoursePlaces {
  /** dist/course of the extension. */
  shipped: string;
  /** dist/types of the extension: what the examples import, as it lies in a node_modules folder. */
  types: string;
  /** The learner's course folder. */
  folder: string;
  /** The extension's version. */
  version: string;
}

/** `.genai101.json`: which version wrote the folder, and the shipped text behind each copy. */
interface Stamp {
  version: string;
  /** Hash of the shipped text, by path inside the course folder. */
  shipped: Record<string, string>;
}

const manifest = { name: 'my-genai-101', private: true, type: 'module' };

const tsconfig = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'DOM'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    allowJs: true,
  },
};

/** The learner's folder on disk. What the learner edited is never written over. */
export class CourseFolder {
  readonly #places: CoursePlaces;

  constructor(places: CoursePlaces) {
    this.#places = places;
  }

  get root(): string {
    return this.#places.folder;
  }

  /** The learner's copy of an example; made when it is not there. */
  async copy(chapterFolder: string, file: string): Promise<string> {
    const name = `${chapterFolder}/${file}`;
    const target = path.join(this.root, chapterFolder, file);
    await this.#prepare();
    if ((await readIfThere(target)) === undefined) await this.#write(name, target);
    return target;
  }

  /** The example as it came with the extension; undefined when there is none of that name. */
  shippedText(chapterFolder: string, file: string): Promise<string | undefined> {
    return readIfThere(path.join(this.#places.shipped, chapterFolder, file));
  }

  /** The learner's copy as it is on disk; undefined before it was first opened. */
  copiedText(chapterFolder: string, file: string): Promise<string | undefined> {
    return readIfThere(path.join(this.root, chapterFolder, file));
  }

  /** After an update of the extension: new types, and new versions of the examples nobody edited. */
  async refresh(): Promise<void> {
    if ((await this.#stamp())?.version !== undefined) await this.#prepare();
  }

  async #prepare(): Promise<void> {
    const stamp = await this.#stamp();
    if (stamp?.version === this.#places.version) return;
    await mkdir(this.root, { recursive: true });
    await writeIfMissing(path.join(this.root, 'package.json'), json(manifest));
    await writeIfMissing(path.join(this.root, 'tsconfig.json'), json(tsconfig));
    await this.#copyTypes();
    const shipped = await this.#refreshUnedited(stamp?.shipped ?? {});
    await this.#saveStamp({ version: this.#places.version, shipped });
  }

  async #copyTypes(): Promise<void> {
    const target = path.join(this.root, 'node_modules');
    await rm(target, { recursive: true, force: true });
    await cp(this.#places.types, target, { recursive: true });
  }

  async #refreshUnedited(before: Record<string, string>): Promise<Record<string, string>> {
    const after = { ...before };
    for (const [name, hash] of Object.entries(before)) {
      const mine = await readIfThere(path.join(this.root, name));
      const shipped = await readIfThere(path.join(this.#places.shipped, name));
      if (mine === undefined || shipped === undefined || hashOf(mine) !== hash) continue;
      await writeFile(path.join(this.root, name), shipped);
      after[name] = hashOf(shipped);
    }
    return after;
  }

  async #write(name: string, target: string): Promise<void> {
    const text = await readFile(path.join(this.#places.shipped, name), 'utf8');
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    const stamp = await this.#stamp();
    await this.#saveStamp({
      version: this.#places.version,
      shipped: { ...stamp?.shipped, [name]: hashOf(text) },
    });
  }

  get #stampFile(): string {
    return path.join(this.root, '.genai101.json');
  }

  async #stamp(): Promise<Stamp | undefined> {
    const text = await readIfThere(this.#stampFile);
    return text === undefined ? undefined : readStamp(text);
  }

  async #saveStamp(stamp: Stamp): Promise<void> {
    const draft = `${this.#stampFile}.new`;
    await writeFile(draft, json(stamp));
    await rename(draft, this.#stampFile);
  }
}

/** A stamp cut short or edited counts as none: copies are then left alone, and types written anew. */
function readStamp(text: string): Stamp | undefined {
  try {
    const { version, shipped } = JSON.parse(text) as Partial<Stamp>;
    return typeof version === 'string' && shipped ? { version, shipped } : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(sameText(text)).digest('hex');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function writeIfMissing(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}
