/** One installation at a time, whatever the number of windows: a file that its owner keeps touching. */
import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf, InstallError } from './installError.ts';

export interface Lock {
  /** @throws InstallError where another window has taken it over, after this one slept for long. */
  requireHeld(): Promise<void>;
  release(): Promise<void>;
}

const touchMs = 5_000;
const staleMs = 30_000;

/** @throws InstallError while another window holds it */
export async function takeLock(file: string): Promise<Lock> {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  if (!(await create(file, mine))) {
    if (!(await isStale(file))) throw busy();
    await rm(file, { force: true });
    if (!(await create(file, mine))) throw busy();
  }
  const timer = setInterval(() => void touch(file), touchMs).unref();
  const isMine = async () => (await read(file)) === mine;
  return {
    async requireHeld() {
      if (!(await isMine())) throw busy();
    },
    async release() {
      clearInterval(timer);
      if (await isMine()) await rm(file, { force: true });
    },
  };
}

function busy(): InstallError {
  return new InstallError(
    'Another window is installing or removing the native engine. Wait until it is done.',
  );
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Its owner has ended, or has not touched it for long. */
async function isStale(file: string): Promise<boolean> {
  const text = await read(file);
  if (text === undefined) return true;
  const [, pid, host] = /"pid":(\d+),"host":"([^"]*)"/.exec(text) ?? [];
  if (host === hostname() && !isAlive(Number(pid))) return true;
  const { mtimeMs } = await stat(file);
  return Date.now() - mtimeMs > staleMs;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM'; // another user's
  }
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

/** A file that is gone shows in `requireHeld`. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => {});
}
