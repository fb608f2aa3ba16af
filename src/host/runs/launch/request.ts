import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import type { ExamplePlace } from '../../../curriculum/course.ts';
import type { RunRequest } from '../../../protocol/runner.ts';
import { setting } from '../../settings.ts';
import type { Run } from '../run.ts';
import type { StoredHead } from '../store/head.ts';
import type { Script } from './script.ts';

/** Absolute paths of what is known about engines here, and of a native engine that was installed. */
export type EngineFolders = NonNullable<RunRequest['engines']>;

/** What the learner asks for. */
export interface StartRequest {
  file: vscode.Uri;
  seed?: number;
  engine?: string;
  epochs?: number;
  /** Values of `tune` to start with. */
  tune?: Record<string, number>;
  /** One trial of an earlier sweep, alone. */
  trial?: NonNullable<RunRequest['trial']>;
  debug?: boolean;
  /** The check of an exercise, on disk: looks at what the script has made. */
  check?: vscode.Uri;
}

const seeds = 2 ** 32;

/** The head of a run that starts now. */
export function newHead(
  { file, seed, tune, trial }: StartRequest,
  script: Script,
  place: ExamplePlace | undefined,
): StoredHead {
  return {
    runId: newId(),
    title: trial ? `${script.title}, trial ${trial.trial}` : script.title,
    script: file.fsPath,
    chapter: place?.chapter.id,
    example: place?.example.file,
    status: 'starting',
    startedAt: Date.now(),
    seed: seed ?? setting('seed') ?? Math.floor(Math.random() * seeds),
    watcher: process.pid,
    tuned: tune,
    trial,
  };
}

/** What the runner is told. */
export function runRequest(
  run: Run,
  { engine, epochs, tune, trial, check }: StartRequest,
  engines: EngineFolders,
): RunRequest {
  return {
    runId: run.runId,
    file: run.head.script,
    folder: run.folder.fsPath,
    seed: run.head.seed,
    engine: engine ?? setting('engine'),
    engines,
    ...(epochs === undefined ? {} : { epochs }),
    ...(tune === undefined ? {} : { tune }),
    ...(trial === undefined ? {} : { trial }),
    // Nobody explores an attempt; its process is free when it is checked.
    ...(check === undefined ? {} : { check: check.fsPath, explore: false }),
  };
}

/** Sorts by time, and says so: 20261124-035102-9f3a. */
function newId(): string {
  const time = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${randomBytes(2).toString('hex')}`;
}
