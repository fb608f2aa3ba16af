/** The native engine that a platform VSIX carries: a folder as an installed one is. */
import { existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { install } from '../../host/engines/install/install.ts';
import {
  checkFolder,
  describeFiles,
  type Manifest,
  writeManifest,
} from '../../host/engines/install/manifest.ts';
import {
  bindingFolder,
  bindingName,
  nativePlatforms,
  type PlatformName,
  tfjsNodeVersion,
} from '../../host/engines/install/platforms.ts';
import { sourcesFor } from '../../host/engines/install/sources.ts';
import { installedFolder } from '../../host/engines/install/storage.ts';
import { PackageProblem } from './packageProblem.ts';

/** Fetches it from where the command “Install Native Engine” does. */
export async function fetchNative(platform: PlatformName, to: string): Promise<void> {
  const { env } = process;
  const sources = sourcesFor(platform, { env });
  const storage = await mkdtemp(`${to}-`);
  try {
    const signal = new AbortController().signal;
    await install({ storage, platform, sources, network: { env }, signal, onStep() {} });
    await rename(installedFolder(storage, platform), to);
  } finally {
    await rm(storage, { recursive: true, force: true });
  }
  await forgetTimes(to);
}

/** Copies it from a folder: one that was installed, `.cache/native`, or tfjs-node's package installed whole. */
export async function copyNative(platform: PlatformName, from: string, to: string): Promise<void> {
  const files = await filesOf(platform, from);
  for (const file of files) {
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    await copyFile(path.join(from, file), path.join(to, file));
  }
  await writeManifest(to, {
    format: 1,
    tfjsNode: tfjsNodeVersion,
    platform,
    binding: `${bindingFolder}/${bindingName}`,
    files: withoutTimes(await describeFiles(to, files)),
    sources: [],
    installed: new Date().toISOString(),
  });
}

async function filesOf(platform: PlatformName, from: string): Promise<string[]> {
  const binding = `${bindingFolder}/${bindingName}`;
  const libraries = await librariesIn(platform, from);
  if (!existsSync(path.join(from, binding)) || libraries.length === 0) {
    throw new PackageProblem(
      `${from} holds no native engine of ${platform}: it needs ${binding}, and libtensorflow in ${nativePlatforms[platform].libraryFolder}.`,
    );
  }
  const licences = ['LICENSE', 'THIRD_PARTY_TF_C_LICENSES'];
  return [...new Set([binding, ...libraries, ...licences])].filter((file) =>
    existsSync(path.join(from, file)),
  );
}

/** By the names the official binding asks for; one that was compiled here may ask for others. */
async function librariesIn(platform: PlatformName, from: string): Promise<string[]> {
  const { libraryFiles, libraryFolder } = nativePlatforms[platform];
  const official = libraryFiles.map((name) => `${libraryFolder}/${name}`);
  if (official.every((file) => existsSync(path.join(from, file)))) return official;
  const folder = path.join(from, libraryFolder);
  if (!existsSync(folder)) return [];
  const all = (await readdir(folder)).filter((name) => /tensorflow.*\.(so|dylib|dll)/.test(name));
  const kinds = await Promise.all(all.map((name) => lstat(path.join(folder, name))));
  return all.filter((_, i) => kinds[i]?.isFile()).map((name) => `${libraryFolder}/${name}`);
}

/** A VSIX keeps no times, so they say nothing about its files. */
async function forgetTimes(folder: string): Promise<void> {
  const manifest = await checkFolder(folder);
  if ('files' in manifest) {
    await writeManifest(folder, { ...manifest, files: withoutTimes(manifest.files) });
  }
}

function withoutTimes(files: Manifest['files']): Manifest['files'] {
  return files.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
}
