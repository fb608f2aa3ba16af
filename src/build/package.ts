/**
 * `npm run package`: makes genai-101-<version>.vsix and says how big it is. `--no-build` takes dist as it is;
 * `--out FILE` names it; `--target linux-x64` makes the one of a platform, with the native engine in it, which is
 * fetched, or taken from `--native-dir DIR`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { isInstallError } from '../host/engines/install/installError.ts';
import type { PlatformName } from '../host/engines/install/platforms.ts';
import { writeNotices } from './notices.ts';
import { type PackageArguments, readArguments } from './package/arguments.ts';
import { copyPackaged } from './package/copyPackaged.ts';
import { copyNative, fetchNative } from './package/nativeEngine.ts';
import { PackageProblem } from './package/packageProblem.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Bytes. The Marketplace and Open VSX take no VSIX above some 250 MB. */
const limits = { universal: 6_000_000, platform: 200_000_000 };
const work = path.join(root, 'dist/packaging');
/** Holds what goes into the VSIX and nothing else: vsce asks of each file in its folder whether it belongs. */
const content = path.join(work, 'content');

async function main(): Promise<void> {
  const asked = readArguments();
  try {
    await cleanUp();
    if (asked.target) await putTogether(asked.target, asked.nativeDir);
    if (!asked.noBuild) buildAll();
    await requireParts();
    await copyPackaged(root, content);
    // Where a runner looks for an engine that the extension carries.
    if (asked.target) await rename(path.join(work, 'native'), path.join(content, 'dist/native'));
    await pack(asked);
  } finally {
    await cleanUp();
  }
}

/** Before all else: what cannot be had is said before minutes go by. */
async function putTogether(target: PlatformName, nativeDir: string | undefined): Promise<void> {
  await mkdir(work, { recursive: true });
  const native = path.join(work, 'native');
  if (nativeDir !== undefined) return copyNative(target, nativeDir, native);
  try {
    await fetchNative(target, native);
  } catch (error) {
    if (!isInstallError(error)) throw error;
    throw new PackageProblem(
      `The native engine of ${target} could not be fetched, so there is no VSIX: ${error.message} Its folder can be given with --native-dir DIR.`,
    );
  }
}

/** Also what an interrupted run has left. */
async function cleanUp(): Promise<void> {
  await rm(work, { recursive: true, force: true });
}

function buildAll(): void {
  const build = ['--import', 'tsx', 'src/build/bundle.ts'];
  execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
}

async function requireParts(): Promise<void> {
  const needed = ['dist/extension.cjs', 'dist/runner/main.mjs', 'dist/course', 'media/icon.png'];
  for (const file of needed) {
    if (!existsSync(path.join(root, file)))
      throw new PackageProblem(`${file} is missing: run npm run build.`);
  }
  await writeNotices(root);
}

async function pack({ out, target }: PackageArguments): Promise<void> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const name = ['genai-101', ...(target ? [target] : []), version].join('-');
  const vsix = path.resolve(out ?? path.join(root, `${name}.vsix`));
  await createVSIX({
    cwd: content,
    packagePath: vsix,
    dependencies: false,
    // There is no address yet to which the pictures of the README could be rewritten.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    ...(target ? { target } : {}),
  });
  const { size } = await stat(vsix);
  const limit = target ? limits.platform : limits.universal;
  console.log(`${path.relative(root, vsix)}: ${(size / 1e6).toFixed(2)} MB of ${limit / 1e6} MB`);
  if (size <= limit) return;
  console.error('The VSIX is too big.');
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (!(error instanceof PackageProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
