/** Which places the entries of an archive take, and which file each name stands for. */
import path from 'node:path';
import { hostileEntry } from './archiveError.ts';
import { caseless } from './entryPath.ts';

const mostHops = 10;

export class Places {
  /** By their caseless place, so that two which differ only by case or accents are seen to meet. */
  readonly #taken = new Set<string>();
  /** Folders that something lies in. */
  readonly #folders = new Set<string>();
  readonly #files = new Set<string>();
  readonly #links = new Map<string, string>();

  file(name: string, place: string): void {
    this.#take(name, place);
    this.#files.add(place);
  }

  link(name: string, place: string, target: string): void {
    this.#take(name, place);
    this.#links.set(place, target);
  }

  folder(name: string, place: string): void {
    if (place) this.#requireFolders(name, [...parentsOf(place), caseless(place)]);
  }

  /** The file that has this name (without folder), itself or through links. */
  find(name: string): string | undefined {
    let place = [...this.#files, ...this.#links.keys()].find(
      (each) => path.posix.basename(each) === name,
    );
    for (let hops = 0; place !== undefined && hops < mostHops; hops++) {
      if (this.#files.has(place)) return place;
      place = this.#links.get(place);
    }
    return undefined;
  }

  /** Of two entries in one place, which one counts would be the archive's secret. */
  #take(name: string, place: string): void {
    const key = caseless(place);
    this.#requireFolders(name, parentsOf(place));
    if (this.#taken.has(key) || this.#folders.has(key)) throw meets(name);
    this.#taken.add(key);
  }

  #requireFolders(name: string, folders: string[]): void {
    if (folders.some((folder) => this.#taken.has(folder))) throw meets(name);
    for (const folder of folders) this.#folders.add(folder);
  }
}

/** 'a/b/c' lies in 'a' and 'a/b'. */
function parentsOf(place: string): string[] {
  const parts = caseless(place).split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

function meets(name: string): Error {
  return hostileEntry(name, 'another entry has the same place');
}
