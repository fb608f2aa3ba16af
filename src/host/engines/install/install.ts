/** Installs the native engine: fetches both archives, checks and unpacks them beside, and puts the whole in place at once. */
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from './archive/archiveError.ts';
import { unpack } from './archive/unpack.ts';
import { onDisk, requireSpace } from './disk.ts';
import { type Downloaded, type DownloadOptions, download } from './download.ts';
import { type Lock, takeLock } from './lock.ts';
import { describeFiles, type Manifest, writeManifest } from './manifest.ts';
import { bindingFolder, bindingName, type PlatformName, tfjsNodeVersion } from './platforms.ts';
import { type Source, shownUrl } from './sources.ts';
import {
  downloads,
  installedFolder,
  lockFile,
  newFolder,
  putInPlace,
  removeDownloads,
  sweep,
} from './storage.ts';

export interface InstallOptions
  extends Pick<DownloadOptions, 'network' | 'signal' | 'silenceMs' | 'pauses'> {
  /** Holds the installed folder, and what has come of a download. */
  storage: string;
  platform: PlatformName;
  /** From `sourcesFor`. */
  sources: readonly Source[];
  onStep(step: InstallStep): void;
}

export type InstallStep =
  | { name: 'download'; source: Source; received: number; total: number }
  | { name: 'unpack' };

/** An unpacked library is about this many times as long as its archive. */
const growth = 4;

/** @throws InstallError; what an earlier installation left stays in use then */
export async function install(options: InstallOptions): Promise<Manifest> {
  const { storage, signal } = options;
  await onDisk(storage, () => mkdir(downloads(storage), { recursive: true }));
  const lock = await takeLock(lockFile(storage));
  try {
    await sweep(storage);
    const archives = await fetchAll(options);
    const manifest = await build(archives, options, lock);
    await removeDownloads(storage);
    return manifest;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ArchiveError) await removeDownloads(storage);
    throw error;
  } finally {
    await sweep(storage);
    await lock.release();
  }
}

async function fetchAll(options: InstallOptions): Promise<Downloaded[]> {
  const archives: Downloaded[] = [];
  for (const source of options.sources) {
    const onProgress = (received: number, total: number) =>
      options.onStep({ name: 'download', source, received, total });
    const folder = downloads(options.storage);
    archives.push(await download(source, { ...options, folder, onProgress }));
  }
  return archives;
}

async function build(
  archives: readonly Downloaded[],
  options: InstallOptions,
  lock: Lock,
): Promise<Manifest> {
  const { storage, platform, signal } = options;
  options.onStep({ name: 'unpack' });
  const folder = newFolder(storage);
  const places: string[] = [];
  for (const [i, source] of options.sources.entries()) {
    const archive = archives[i];
    if (archive) places.push(...(await unpackInto(folder, archive, source, options)));
  }
  const manifest: Manifest = {
    format: 1,
    tfjsNode: tfjsNodeVersion,
    platform,
    binding: `${bindingFolder}/${bindingName}`,
    files: await describeFiles(folder, places),
    sources: archives.map(({ url, sha256, checkedBy }) => ({ url, sha256, checkedBy })),
    installed: new Date().toISOString(),
  };
  await onDisk(storage, () => writeManifest(folder, manifest));
  signal.throwIfAborted();
  await lock.requireHeld();
  await putInPlace(storage, folder, installedFolder(storage, platform));
  return manifest;
}

/** Unpacks an archive beside, and moves what is wanted of it into the folder; tells the places. */
async function unpackInto(
  folder: string,
  { file, size, url }: Downloaded,
  { files }: Source,
  { storage, signal }: InstallOptions,
): Promise<string[]> {
  await requireSpace(storage, size * growth);
  const names = files.map(({ name }) => name);
  const unpacked = await unpack(file, newFolder(storage), names, signal);
  const places: string[] = [];
  for (const { name, place, optional } of files) {
    const found = unpacked.find(name);
    if (!found && !optional) throw lacking(url, name);
    if (!found) continue;
    const target = path.join(folder, place);
    await onDisk(storage, () => mkdir(path.dirname(target), { recursive: true }));
    await onDisk(storage, () => rename(found, target));
    places.push(place);
  }
  return places;
}

function lacking(url: string, name: string): ArchiveError {
  return new ArchiveError(
    `There is no ${name} in ${shownUrl(url)}, so it is not the right archive. Nothing was installed; check the mirror.`,
  );
}
