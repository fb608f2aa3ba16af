/** libtensorflow and its headers, out of TensorFlow's package for Python. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The first release with libtensorflow as a library of its own, so the nearest to the 2.9 that tfjs-node was made for. */
const RELEASE = 'tensorflow-cpu==2.12.1';
const SHA256 = '7ffb595707a8fb376deaddc768784c7a0242b16cbc6e06393b1733b2ce19f855';
/** Any Python can fetch it: none runs it. */
const TAGS = ['--python-version=3.11', '--platform=manylinux_2_17_x86_64'];

/** What the binding includes, and what that includes. */
const HEADERS = ['c', 'core/platform', 'tsl'].map(
  (part) => `tensorflow/include/tensorflow/${part}/`,
);
const LIBRARIES = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];

export interface LibTensorFlow {
  include: string;
  lib: string;
  /** File names in `lib`. */
  libraries: string[];
}

/** Fetches about 230 MB; keeps 580 MB in `deps`. */
export async function unpackWheel(deps: string): Promise<LibTensorFlow> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `TensorFlow’s package for Python is taken on Linux on x64 only, and this is ${process.platform} on ${process.arch}.`,
    );
  }
  const scratch = path.join(deps, 'wheel');
  await mkdir(scratch, { recursive: true });
  console.log(`Fetching ${RELEASE} with pip (230 MB) …`);
  const wheel = await download(scratch);
  console.log('Unpacking …');
  unpack(wheel, scratch);
  await rename(path.join(scratch, 'tensorflow/include'), path.join(deps, 'include'));
  await mkdir(path.join(deps, 'lib'));
  for (const name of LIBRARIES) {
    await rename(path.join(scratch, 'tensorflow', name), path.join(deps, 'lib', name));
  }
  await rm(scratch, { recursive: true });
  return { include: path.join(deps, 'include'), lib: path.join(deps, 'lib'), libraries: LIBRARIES };
}

async function download(folder: string): Promise<string> {
  const list = path.join(folder, 'requirements.txt');
  await writeFile(list, `${RELEASE} --hash=sha256:${SHA256}\n`);
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  python([
    '-m',
    'pip',
    'download',
    ...quiet,
    ...TAGS,
    '--require-hashes',
    '-r',
    list,
    '-d',
    folder,
  ]);
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error(`pip left no wheel in ${folder}.`);
  return path.join(folder, wheel);
}

function unpack(wheel: string, to: string): void {
  const program = [
    'import sys, zipfile',
    'wheel, to, *wanted = sys.argv[1:]',
    'archive = zipfile.ZipFile(wheel)',
    'names = [name for name in archive.namelist() if name.startswith(tuple(wanted))]',
    'archive.extractall(to, names)',
  ].join('\n');
  const wanted = [...HEADERS, ...LIBRARIES.map((name) => `tensorflow/${name}`)];
  python(['-c', program, wheel, to, ...wanted]);
}

function python(args: string[]): void {
  try {
    execFileSync('python3', args, { stdio: 'inherit' });
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(
      missing
        ? 'There is no python3 on this computer.'
        : `python3 ${args.slice(0, 3).join(' ')} failed.`,
      { cause: error },
    );
  }
}
