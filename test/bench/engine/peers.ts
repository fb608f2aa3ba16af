/** PyTorch and Keras, each in a Python environment of its own that can be thrown away. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const peerNames = ['pytorch', 'keras'] as const;
export type PeerName = (typeof peerNames)[number];

const environments = path.resolve(import.meta.dirname, '../../../.cache/bench-venv');
const sources = path.join(import.meta.dirname, 'python');

/** The Python of a peer's environment; none while it has not been made whole. */
export function findPeer(name: PeerName): string | undefined {
  return existsSync(finished(name)) ? python(name) : undefined;
}

/** Makes the environment of a peer from PyPI, about 2 GB. */
export async function makePeer(name: PeerName): Promise<void> {
  const folder = path.join(environments, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(environments, { recursive: true });
  run(process.env.GENAI101_PYTHON ?? 'python3', ['-m', 'venv', folder]);
  const requirements = ['-r', path.join(sources, 'requirements', `${name}.txt`)];
  const alone = name === 'pytorch' ? ['--no-deps'] : [];
  run(python(name), ['-m', 'pip', 'install', '--quiet', ...alone, ...requirements]);
  if (name === 'pytorch' && process.platform === 'linux') standInForCuda();
  await writeFile(finished(name), '');
}

function standInForCuda(): void {
  const find = 'import sysconfig; print(sysconfig.get_path("purelib"))';
  const packages = execFileSync(python('pytorch'), ['-c', find], { encoding: 'utf8' }).trim();
  run(python('pytorch'), [
    path.join(sources, 'cuda_stand_ins.py'),
    path.join(packages, 'torch/lib'),
  ]);
}

/** Written last. */
function finished(name: PeerName): string {
  return path.join(environments, name, 'finished');
}

function python(name: PeerName): string {
  const inside = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python';
  return path.join(environments, name, inside);
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
