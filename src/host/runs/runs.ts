import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { ExamplePlace } from '../../curriculum/course.ts';
import type { SampleRecord } from '../../protocol/record.ts';
import type { ExploredImage, RunRequest } from '../../protocol/runner.ts';
import type { MetricCurve } from '../../protocol/views.ts';
import { Problem } from '../problem.ts';
import { setting } from '../settings.ts';
import { requireTrust } from '../trust.ts';
import { debugRunner } from './launch/debugRunner.ts';
import { forkRunner } from './launch/forkRunner.ts';
import { Queues } from './launch/queues.ts';
import { readyScript } from './launch/script.ts';
import { type Launch, Watch } from './launch/watch.ts';
import { Run } from './run.ts';
import { type Output, Outputs } from './show/output.ts';
import type { StoredHead } from './store/head.ts';
import { isCutOff, RunStore } from './store/runStore.ts';

export interface RunsOptions {
  /** Holds one folder a run. */
  storage: vscode.Uri;
  /** dist/runner/main.mjs */
  runnerPath: string;
  exampleAt(file: vscode.Uri): ExamplePlace | undefined;
}

export interface StartRequest {
  file: vscode.Uri;
  seed?: number;
  engine?: string;
  epochs?: number;
  /** Values of `tune` to start with. */
  tune?: Record<string, number>;
  debug?: boolean;
}

export interface Points {
  run: Run;
  curves: MetricCurve[];
}

export interface NewSample {
  run: Run;
  sample: SampleRecord;
  /** Its number among the run's samples, from 0. */
  index: number;
}

/** More than this many ended runs are not held in memory; the others are read again when looked at. */
const remembered = 4;
const maxSeed = 2 ** 32;

/** Every run: those that are live, and those kept on disk. */
export class Runs implements vscode.Disposable {
  readonly store: RunStore;
  readonly outputs = new Outputs();
  readonly #options: RunsOptions;
  readonly #runs = new Map<string, Run>();
  readonly #watches = new Map<string, Watch>();
  readonly #queues = new Queues();
  readonly #changed = new vscode.EventEmitter<Run | undefined>();
  readonly #points = new vscode.EventEmitter<Points>();
  readonly #sample = new vscode.EventEmitter<NewSample>();
  readonly #shownChanged = new vscode.EventEmitter<Run | undefined>();
  #shown: Run | undefined;
  /** The runs looked at last, newest first. */
  #looked: Run[] = [];
  #loaded: Promise<void> | undefined;
  #disposed = false;

  /** A run changed; undefined when runs came or went. */
  readonly onDidChange = this.#changed.event;
  readonly onDidReceivePoints = this.#points.event;
  readonly onDidReceiveSample = this.#sample.event;
  /** Another run is on show in the views. */
  readonly onDidChangeShown = this.#shownChanged.event;

  constructor(options: RunsOptions) {
    this.#options = options;
    this.store = new RunStore(options.storage);
  }

  /** Newest first. */
  get all(): readonly Run[] {
    return [...this.#runs.values()].sort((a, b) => b.head.startedAt - a.head.startedAt);
  }

  get live(): readonly Run[] {
    return this.all.filter((run) => run.isLive);
  }

  /** The run that the Training and Samples views show. */
  get shown(): Run | undefined {
    return this.#shown;
  }

  get(runId: string): Run | undefined {
    return this.#runs.get(runId);
  }

  liveFor(file: vscode.Uri): Run | undefined {
    return this.live.find((run) => run.head.script === file.fsPath);
  }

  show(run: Run | undefined): void {
    if (run === this.#shown) return;
    this.#shown = run;
    if (run) this.#look(run);
    this.#shownChanged.fire(run);
  }

  /** Lists the runs of earlier sessions, once. */
  load(): Promise<void> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /** Starts a script; one that already runs is stopped first. */
  start(request: StartRequest): Promise<Run> {
    requireTrust();
    return this.#queues.inTurn(request.file.fsPath, () => this.#start(request));
  }

  /** Resolves when the run's process is gone. */
  async stop(runId: string): Promise<void> {
    await this.#watches.get(runId)?.stop();
  }

  /** Resolves when the run's process is gone, and its output is whole. */
  async left(runId: string): Promise<void> {
    await this.#watches.get(runId)?.gone;
  }

  tune(runId: string, name: string, value: number): void {
    const run = this.#runs.get(runId);
    if (!run?.isLive) return;
    run.tune(name, value);
    this.#watches.get(runId)?.send({ type: 'tune', runId, name, value });
    this.#changed.fire(run);
  }

  async explore(runId: string, name: string, values: number[]): Promise<ExploredImage> {
    const watch = this.#watches.get(runId);
    const run = this.#runs.get(runId);
    if (!watch || !run) throw new Problem('This run has ended. Run it again to explore its model.');
    return run.explorations.ask((requestId) =>
      watch.send({ type: 'explore', runId, requestId, name, values }),
    );
  }

  async remove(runId: string): Promise<void> {
    await this.stop(runId);
    const run = this.#runs.get(runId);
    if (!run) return;
    await this.store.remove(runId);
    this.#runs.delete(runId);
    this.#looked = this.#looked.filter((each) => each !== run);
    this.#changed.fire(undefined);
    if (this.#shown === run) this.show(this.all[0]);
  }

  dispose(): void {
    this.#disposed = true;
    for (const watch of this.#watches.values()) watch.dispose();
    this.outputs.dispose();
    for (const each of [this.#changed, this.#points, this.#sample, this.#shownChanged]) {
      each.dispose();
    }
  }

  /** One whose process is gone was cut off. */
  async #load(): Promise<void> {
    const heads = await this.store.list();
    if (this.#disposed) return;
    for (const head of heads) {
      if (this.#runs.has(head.runId)) continue;
      const run = new Run(head, this.store.folderOf(head.runId));
      this.#runs.set(head.runId, run);
      if (isCutOff(head)) this.#markCutOff(run);
    }
    this.#changed.fire(undefined);
    if (!this.#shown) this.show(this.all[0]);
  }

  async #start(request: StartRequest): Promise<Run> {
    const script = await readyScript(request.file);
    const before = this.liveFor(request.file);
    if (before) await this.stop(before.runId);
    if (this.#disposed) throw new vscode.CancellationError();
    const run = this.#begin(request, script);
    const watch = this.#watch(run);
    try {
      await watch.launch(this.#launcher(request), this.#runRequest(run, request));
    } finally {
      void watch.gone.then(() => this.#watches.delete(run.runId));
    }
    return run;
  }

  #begin({ file, seed, tune }: StartRequest, script: { title: string; text: string }): Run {
    const place = this.#options.exampleAt(file);
    const head: StoredHead = {
      runId: newId(),
      title: script.title,
      script: file.fsPath,
      chapter: place?.chapter.id,
      example: place?.example.file,
      status: 'starting',
      startedAt: Date.now(),
      seed: seed ?? setting('seed') ?? Math.floor(Math.random() * maxSeed),
      watcher: process.pid,
      tuned: tune,
    };
    this.store.create(head, script.text);
    const run = Run.begin(head, this.store.folderOf(head.runId));
    this.#runs.set(run.runId, run);
    this.#changed.fire(undefined);
    this.show(run);
    return run;
  }

  #watch(run: Run): Watch {
    const output = this.outputs.begin(run.head.script, run.folder);
    const watch = new Watch(run, output, {
      save: () => this.#save(run, output),
      changed: () => this.#changed.fire(run),
      points: (curves) => this.#points.fire({ run, curves }),
      sample: (sample, index) => this.#sample.fire({ run, sample, index }),
    });
    this.#watches.set(run.runId, watch);
    return watch;
  }

  #save(run: Run, output: Output): void {
    try {
      this.store.write(run.head);
    } catch (error) {
      output.note(`[The run could not be kept on disk: ${error}]`);
    }
    this.#changed.fire(run);
  }

  #launcher({ debug }: StartRequest): Launch {
    const launch = debug ? debugRunner : forkRunner;
    return (request, listener) => launch(this.#options.runnerPath, request, listener);
  }

  #runRequest(run: Run, { engine, epochs, tune }: StartRequest): RunRequest {
    return {
      runId: run.runId,
      file: run.head.script,
      folder: run.folder.fsPath,
      seed: run.head.seed,
      engine: engine ?? setting('engine'),
      ...(epochs === undefined ? {} : { epochs }),
      ...(tune === undefined ? {} : { tune }),
    };
  }

  #markCutOff(run: Run): void {
    const { endedAt, startedAt } = run.head;
    run.change({ status: 'stopped', endedAt: endedAt ?? startedAt });
    this.store.write(run.head);
  }

  #look(run: Run): void {
    this.#looked = [run, ...this.#looked.filter((each) => each !== run)];
    for (const old of this.#looked.slice(remembered)) old.forget();
    this.#looked = this.#looked.filter((each, i) => i < remembered || each.isLive);
  }
}

/** Sorts by time, and says so: 20261124-035102-9f3a. */
function newId(): string {
  const time = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${randomBytes(2).toString('hex')}`;
}
