/** Runs real scripts in real runner processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { findNode } from '../../src/build/node.ts';
import { RunRecord } from '../../src/protocol/record.ts';
import { RunnerMessage, type RunRequest } from '../../src/protocol/runner.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const node = findNode();
const main = path.join(root, 'dist/runner/main.mjs');

export function fixture(name: string): string {
  return path.join(root, 'test/fixtures/runner', name);
}

export interface Run {
  child: ChildProcess;
  folder: string;
  messages: RunnerMessage[];
  /** Resolves at the first message that fits, past or future; rejects when the runner ends without one. */
  until<T extends RunnerMessage['type']>(
    type: T,
    fits?: (message: Extract<RunnerMessage, { type: T }>) => boolean,
  ): Promise<Extract<RunnerMessage, { type: T }>>;
  send(message: unknown): void;
  ended: Promise<Ended>;
}

export interface Ended {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  messages: RunnerMessage[];
  records: RunRecord[];
}

export interface RunOptions extends Partial<RunRequest> {
  nodeArgs?: string[];
  env?: Record<string, string>;
}

/** Starts a script as the host does. Each message is checked, as in the host. */
export function start(script: string, options: RunOptions = {}): Run {
  const { nodeArgs = [], env = {}, ...asked } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'genai101-test-'));
  const file = path.isAbsolute(script) ? script : fixture(script);
  const request: RunRequest = { runId: 'test', file, folder, seed: 1, engine: 'auto', ...asked };
  const child = spawn(node, [...nodeArgs, main], {
    env: { ...process.env, ...env, GENAI101_RUN: JSON.stringify(request) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const messages: RunnerMessage[] = [];
  child.on('message', (message) => messages.push(v.parse(RunnerMessage, message)));
  const ended = end(child, folder, messages);
  return {
    child,
    folder,
    messages,
    ended,
    send: (message) => child.send(message as object),
    until: (type, fits = () => true) => waitFor(child, messages, type, fits),
  };
}

/** Runs a script to its end. */
export function run(script: string, options: RunOptions = {}): Promise<Ended> {
  return start(script, options).ended;
}

function end(child: ChildProcess, folder: string, messages: RunnerMessage[]): Promise<Ended> {
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  }
  // 'close' would say the same, but never comes after a disconnect.
  const streams = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'end'));
  return Promise.all([once(child, 'exit'), ...streams]).then(([[code, signal]]) => ({
    ...{ code, signal, ...text, messages },
    records: readRecords(folder),
  }));
}

export function readRecords(folder: string): RunRecord[] {
  const file = path.join(folder, 'events.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => v.parse(RunRecord, JSON.parse(line)));
}

function waitFor<T extends RunnerMessage['type']>(
  child: ChildProcess,
  messages: RunnerMessage[],
  type: T,
  fits: (message: Extract<RunnerMessage, { type: T }>) => boolean,
): Promise<Extract<RunnerMessage, { type: T }>> {
  type Wanted = Extract<RunnerMessage, { type: T }>;
  const isWanted = (message: RunnerMessage): message is Wanted =>
    message.type === type && fits(message as Wanted);
  const past = messages.find(isWanted);
  if (past) return Promise.resolve(past);
  return new Promise((resolve, reject) => {
    const look = (message: unknown) => {
      if (isWanted(message as RunnerMessage)) resolve(message as Wanted);
    };
    child.on('message', look);
    child.once('exit', () => reject(new Error(`The runner ended without a ${type} message.`)));
  });
}

/** One record of each run ends it. */
export function lastRecord(ended: Ended): RunRecord {
  const last = ended.records.at(-1);
  if (!last) throw new Error(`Nothing was recorded.\n${ended.stderr}`);
  return last;
}

/** Values of one metric, in order. */
export function metric(records: RunRecord[], name: string): { step: number; value: unknown }[] {
  return records.flatMap((record) =>
    record.type === 'metrics' && name in record.values
      ? [{ step: record.step, value: record.values[name] }]
      : [],
  );
}
