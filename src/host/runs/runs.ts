import * as vscode from 'vscode';
import type { ExamplePlace } from '../../curriculum/course.ts';
import type { SampleRecord, TrialsRecord } from '../../protocol/record.ts';
import type { ExploredAnswer } from '../../protocol/runner.ts';
import type { MetricCurve } from '../../protocol/views.ts';
import { Problem, showProblem } from '../problem.ts';
import { requireTrust } from '../trust.ts';
import type { launch } from './launch/launch.ts';
import { Queues } from './launch/queues.ts';
import type { EngineFolders, StartRequest } from './launch/request.ts';
import type { Script } from './launch/script.ts';
import type { Launch, Watch } from './launch/watch.ts';
import { Run } from './run.ts';
import { type Output, Outputs } from './show/output.ts';
import { Shown } from './shown.ts';
import type { StoredHead } from './store/head.ts';
import type { History } from './store/history.ts';
import { isCutOff, RunStore } from './store/runStore.ts';

export interface RunsOptions {
  /** Holds one folder a run. */
  storage: vscode.Uri;
  /** dist/runner/main.mjs */
  runnerPath: string;
  exampleAt(file: vscode.Uri): ExamplePlace | undefined;
  engines(): Promise<EngineFolders>;
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

export interface TrialNews {
  run: Run;
  record: TrialsRecord;
}

type Launching = typeof launch;

/** A model that waits to be explored holds a process of some hundred megabytes. */
const mostExploring = 2;

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
  readonly #trials = new vscode.EventEmitter<TrialNews>();
  readonly #shown = new Shown();
  readonly #focus: vscode.Disposable;
  #loaded: Promise<void> | undefined;
  #disposed = false;

  /** A run changed; undefined when runs came or went. */
  readonly onDidChange = this.#changed.event;
  readonly onDidReceivePoints = this.#points.event;
  readonly onDidReceiveSample = this.#sample.event;
  /** A sweep began, or one of its trials started, went on or ended. */
  readonly onDidReceiveTrials = this.#trials.event;
  /** Another run is on show in the views. */
  readonly onDidChangeShown = this.#shown.onDidChange;

  constructor(options: RunsOptions) {
    this.#options = options;
    this.store = new RunStore(options.storage);
    this.#focus = vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && this.#loaded) this.#list().catch(showProblem);
    });
  }

  /** Newest first. */
  get all(): readonly Run[] {
    return [...this.#runs.values()].sort((a, b) => b.head.startedAt - a.head.startedAt);
  }

  /** Those that this window started; another window's can only be looked at. */
  get live(): readonly Run[] {
    return this.all.filter((run) => this.isWatched(run));
  }

  /** Whether this window can stop it. */
  isWatched(run: Run): boolean {
    return run.isLive && this.#watches.has(run.runId);
  }

  /** The run that the Training and Samples views show. */
  get shown(): Run | undefined {
    return this.#shown.run;
  }

  get(runId: string): Run | undefined {
    return this.#runs.get(runId);
  }

  liveFor(file: vscode.Uri): Run | undefined {
    return this.live.find((run) => run.head.script === file.fsPath);
  }

  show(run: Run | undefined): void {
    this.#shown.show(run);
  }

  /** Lists the runs of earlier sessions, once. */
  load(): Promise<void> {
    this.#loaded ??= this.#list();
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

  async explore(runId: string, name: string, values: number[]): Promise<ExploredAnswer> {
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
    this.#shown.forget(run);
    this.#changed.fire(undefined);
    if (this.shown === run) this.show(this.all[0]);
  }

  dispose(): void {
    this.#disposed = true;
    for (const watch of this.#watches.values()) watch.dispose();
    const { outputs } = this;
    const emitters = [this.#changed, this.#points, this.#sample, this.#trials, this.#shown];
    for (const each of [this.#focus, outputs, ...emitters]) each.dispose();
  }

  /** Reads the heads on disk: runs of earlier sessions, and what other windows did meanwhile. */
  async #list(): Promise<void> {
    const heads = await this.store.list();
    if (this.#disposed) return;
    const isNew = heads.map((head) => this.#adopt(head)).includes(true);
    if (isNew) this.#changed.fire(undefined);
    if (!this.shown) this.show(this.all[0]);
  }

  /** True where the run is new here, or has changed. One whose process is gone was cut off. */
  #adopt(head: StoredHead): boolean {
    const known = this.#runs.get(head.runId);
    if (known && (!known.isLive || this.#watches.has(head.runId))) return false;
    const run = new Run(head, this.store.folderOf(head.runId));
    if (isCutOff(head)) this.#markCutOff(run);
    if (known?.head.status === run.head.status) return false;
    this.#runs.set(head.runId, run);
    if (known && known === this.shown) this.show(run);
    if (known) this.#shown.forget(known);
    return true;
  }

  async #start(request: StartRequest): Promise<Run> {
    const { launch } = await import('./launch/launch.ts');
    const script = await launch.readyScript(request.file);
    const engines = await this.#options.engines();
    const before = this.liveFor(request.file);
    if (before) await this.stop(before.runId);
    if (this.#disposed) throw new vscode.CancellationError();
    const head = launch.newHead(request, script, this.#options.exampleAt(request.file));
    const run = this.#begin(head, script, new launch.History());
    const watch = this.#watch(run, launch.Watch);
    const runner = request.debug ? launch.debugRunner : launch.forkRunner;
    try {
      await watch.launch(this.#launcher(runner), launch.runRequest(run, request, engines));
    } finally {
      void watch.gone.then(() => this.#watches.delete(run.runId));
    }
    return run;
  }

  #begin(head: StoredHead, script: Script, history: History): Run {
    this.#endOldExplorations();
    this.store.create(head, script.text);
    const run = Run.begin(head, this.store.folderOf(head.runId), history);
    this.#runs.set(run.runId, run);
    this.#changed.fire(undefined);
    this.show(run);
    return run;
  }

  #watch(run: Run, Watch: Launching['Watch']): Watch {
    const output = this.outputs.begin(run.head.script, run.folder);
    const watch = new Watch(run, output, {
      save: () => this.#save(run, output),
      changed: () => this.#changed.fire(run),
      points: (curves) => this.#points.fire({ run, curves }),
      sample: (sample, index) => this.#sample.fire({ run, sample, index }),
      trials: (record) => this.#trials.fire({ run, record }),
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

  #launcher(start: Launching['forkRunner' | 'debugRunner']): Launch {
    return (request, listener) => start(this.#options.runnerPath, request, listener);
  }

  #endOldExplorations(): void {
    const exploring = this.live.filter((run) => run.head.status === 'exploring');
    for (const run of exploring.slice(mostExploring)) this.stop(run.runId).catch(showProblem);
  }

  #markCutOff(run: Run): void {
    const { endedAt, startedAt } = run.head;
    run.change({ status: 'stopped', endedAt: endedAt ?? startedAt });
    this.store.write(run.head);
  }
}
