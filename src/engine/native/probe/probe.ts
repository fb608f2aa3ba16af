/** Finds out in another process whether a native engine runs here: it may die of a missing library or instruction. */
import { execFile } from 'node:child_process';
import { ownProcess } from '../ownProcess.ts';
import { whyNot } from './whyNot.ts';

export type Probed = { works: true; version: string } | { works: false; why: string };

/** Loading takes a second at most where the disk is quick; a first time on a slow one takes longer. */
const LIMIT_MS = 60_000;

/** @param file tfjs-node's compiled part */
export function probe(file: string): Promise<Probed> {
  const { command, args, env } = ownProcess('probe', import.meta.dirname, 'main.ts');
  return new Promise((resolve) => {
    const options = { env, timeout: LIMIT_MS, killSignal: 'SIGKILL' as const, windowsHide: true };
    const child = execFile(command, [...args, file], options, (error, stdout, stderr) => {
      const { killed, signalCode, exitCode } = child;
      if (error) resolve({ works: false, why: whyNot({ killed, signalCode, exitCode, stderr }) });
      else resolve({ works: true, version: versionIn(stdout) });
    });
  });
}

function versionIn(stdout: string): string {
  const { version }: { version: string } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return version;
}
