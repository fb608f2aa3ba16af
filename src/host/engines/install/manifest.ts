/**
 * native.json, written last into an installed folder: what it holds, and where that came from. A folder
 * without it, or with other files than it lists, is no native engine.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { lazily } from '../../../protocol/lazily.ts';
import { codeOf } from './installError.ts';

const File = lazily(() =>
  v.object({
    /** Below the folder, with '/'. */
    path: v.string(),
    /** Bytes. */
    size: v.number(),
    sha256: v.string(),
    /** Milliseconds since 1970, as of the installation. A folder that was copied since has none. */
    modified: v.optional(v.number()),
  }),
);

const Manifest = lazily(() =>
  v.object({
    format: v.literal(1),
    tfjsNode: v.string(),
    platform: v.string(),
    /** The path of tfjs_binding.node below the folder. */
    binding: v.string(),
    files: v.array(File),
    /** The archives it came from, and what each was compared with. */
    sources: v.array(v.object({ url: v.string(), sha256: v.string(), checkedBy: v.string() })),
    /** ISO 8601. */
    installed: v.string(),
  }),
);

export type Manifest = v.InferOutput<typeof Manifest>;
export type ManifestFile = v.InferOutput<typeof File>;

export const manifestName = 'native.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path.join(folder, manifestName), text, { flush: true });
}

export async function describeFiles(
  folder: string,
  paths: readonly string[],
): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const each of paths) {
    const file = path.join(folder, each);
    const { size, mtimeMs } = await stat(file);
    files.push({ path: each, size, sha256: await sha256Of(file), modified: mtimeMs });
  }
  return files;
}

/** The manifest of a folder that is whole, or why there is no native engine in it. */
export async function checkFolder(
  folder: string,
): Promise<Manifest | { broken: string | undefined }> {
  const manifest = await readManifest(path.join(folder, manifestName));
  if (!manifest || 'broken' in manifest) return manifest ?? { broken: undefined };
  for (const file of manifest.files) {
    const fault = await faultOf(folder, file);
    if (fault) return { broken: fault };
  }
  return manifest;
}

/** Undefined where there is no file. */
async function readManifest(file: string): Promise<Manifest | { broken: string } | undefined> {
  try {
    return v.parse(Manifest, JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError || error instanceof v.ValiError)
      return { broken: `${file} cannot be read` };
    throw error;
  }
}

/** Hundreds of megabytes are read again only where a file was written to since. */
async function faultOf(folder: string, file: ManifestFile): Promise<string | undefined> {
  const place = path.join(folder, file.path);
  const found = await stat(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return `${place} is missing`;
  if (found.size !== file.size) return `${place} has ${found.size} bytes instead of ${file.size}`;
  if (file.modified === undefined || file.modified === found.mtimeMs) return undefined;
  return (await sha256Of(place)) === file.sha256 ? undefined : `${place} was changed`;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(chunk);
  return hash.digest('hex');
}
