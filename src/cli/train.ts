/** Runs one script to its end. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeExit, STOPPED } from '../protocol/exit.ts';
import type { ScriptError } from '../protocol/record.ts';
import type { RunnerMessage, RunRequest } from '../protocol/runner.ts';
import { type Options, WrongUse } from './options.ts';
import { choosePrinter } from './printer.ts';
import { appendRecord } from './records.ts';
import { startRunner } from './runner.ts';
import { stopOnInterrupt } from './stop.ts';

type Finished = Extract<RunnerMessage, { type: 'finished' }>;

const RUN_ID = 'cli';

/** @returns the exit status: 0 done, 1 the script failed, 130 interrupted */
export async function train(options: Options): Promise<number> {
  const folder = makeFolder(options.out);
  const printer = choosePrinter(options, folder);
  const runner = startRunner(toRequest(options, folder), printer);
  const stop = stopOnInterrupt(runner.process, RUN_ID);
  let finished: Finished | undefined;
  runner.onMessage((message) => {
    if (message.type === 'finished') finished = message;
    printer.message(message);
  });
  const { code, signal, stderrTail } = await runner.ended;
  stop.dispose();
  const outcome = finished?.outcome ?? (stop.asked ? 'stopped' : 'failed');
  const error = finished ? finished.error : describeExit(code, signal, stderrTail);
  if (!finished) recordEnd(options, folder, outcome, error);
  printer.end(outcome, outcome === 'failed' ? error : undefined);
  return { done: 0, failed: 1, stopped: STOPPED }[outcome];
}

function makeFolder(out: string | undefined): string {
  if (out === undefined) return mkdtempSync(path.join(tmpdir(), 'genai101-run-'));
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUse(`--out ${out} cannot be a folder for the run (${code}).`);
  }
  return out;
}

function toRequest(options: Options, folder: string): RunRequest {
  const { file, seed, engine, epochs, json } = options;
  return {
    ...{ runId: RUN_ID, file, folder, seed, engine, explore: false },
    ...(epochs === undefined ? {} : { epochs }),
    ...(json ? { recordsTo: 4 } : {}),
  };
}

/** The runner was gone before it could say so itself. */
function recordEnd(
  { file, json }: Options,
  folder: string,
  outcome: 'done' | 'failed' | 'stopped',
  error: ScriptError | undefined,
): void {
  const seconds = Math.round(performance.now()) / 1000;
  const record =
    outcome === 'failed'
      ? { type: 'error' as const, file, message: 'The run ended without a word.', ...error }
      : { type: 'stopped' as const, seconds };
  const line = appendRecord(folder, record);
  if (json) process.stdout.write(line);
}
