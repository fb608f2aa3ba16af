import { type ChildProcess, execFileSync } from 'node:child_process';

export function childOf({ pid }: ChildProcess): number {
  return Number(execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }));
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
