/** The runner as a child of the command line. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import path from 'node:path';
import type { RunnerMessage, RunRequest } from '../protocol/runner.ts';
import type { Printer } from './printer.ts';

const TAIL = 4000;

export interface Ended {
  code: number | null;
  signal: string | null;
  stderrTail: string;
}

export interface Runner {
  process: ChildProcess;
  onMessage(receive: (message: RunnerMessage) => void): void;
  ended: Promise<Ended>;
}

export function startRunner(request: RunRequest, printer: Printer): Runner {
  const main = path.join(import.meta.dirname, 'runner/main.mjs');
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, GENAI101_RUN: JSON.stringify(request) },
    stdio: stdioFor(request, printer),
    serialization: 'advanced',
  });
  let stderrTail = '';
  child.stdout?.on('data', (chunk: Buffer) => printer.output(chunk, process.stdout));
  child.stderr?.on('data', (chunk: Buffer) => {
    stderrTail = (stderrTail + chunk.toString()).slice(-TAIL);
    printer.output(chunk, process.stderr);
  });
  return {
    process: child,
    onMessage: (receive) => child.on('message', receive),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal, stderrTail }));
    }),
  };
}

/** Under --json the script's stdout goes to stderr, and descriptor 4 carries the records to stdout. */
function stdioFor(request: RunRequest, printer: Printer): StdioOptions {
  if (request.recordsTo !== undefined) return ['inherit', 2, 'pipe', 'ipc', 1];
  return ['inherit', printer.drawsOverOutput ? 'pipe' : 'inherit', 'pipe', 'ipc'];
}
