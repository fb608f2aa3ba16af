import path from 'node:path';
import type * as vscode from 'vscode';
import { toWord } from '../../protocol/numberWord.ts';
import type {
  CheckedFinding,
  SampleRecord,
  TrialRecord,
  TrialsRecord,
} from '../../protocol/record.ts';
import { isLive, type RunView } from '../../protocol/run.ts';
import type { RunnerMessage } from '../../protocol/runner.ts';
import type { MetricCurve } from '../../protocol/views.ts';
import { Explorations } from './explorations.ts';
import type { StoredHead } from './store/head.ts';
import type { History } from './store/history.ts';

type Live = Pick<RunView, 'progress' | 'memory' | 'tunables'>;

/** One run of a script, live or on disk. */
export class Run {
  readonly folder: vscode.Uri;
  readonly explorations = new Explorations();
  #head: StoredHead;
  #live: Live = { tunables: [] };
  #findings: readonly CheckedFinding[] | undefined;
  #history: Promise<History> | undefined;
  /** In memory from the start for a run watched from its start. */
  #watched: History | undefined;

  constructor(head: StoredHead, folder: vscode.Uri) {
    this.#head = head;
    this.folder = folder;
  }

  /** A run that starts now: what it reports is kept in `history` as it comes. */
  static begin(head: StoredHead, folder: vscode.Uri, history: History): Run {
    const run = new Run(head, folder);
    run.#watched = history;
    return run;
  }

  get head(): StoredHead {
    return this.#head;
  }

  get runId(): string {
    return this.#head.runId;
  }

  get isLive(): boolean {
    return isLive(this.#head);
  }

  /** What the check of an exercise found; undefined when the script did not get that far. */
  get findings(): readonly CheckedFinding[] | undefined {
    return this.#findings;
  }

  view(): RunView {
    const { watcher, runner, metrics, tuned, trial, explorers = [], ...head } = this.#head;
    return { ...head, explorers, ...this.#live };
  }

  /** The last value of each metric. */
  metrics(): Record<string, number> {
    if (this.#watched) return this.#watched.curves.last();
    const words = Object.entries(this.#head.metrics ?? {});
    return Object.fromEntries(words.map(([name, word]) => [name, Number(word)]));
  }

  async curves(): Promise<MetricCurve[]> {
    return (await this.#recorded()).curves.all();
  }

  /** Its sweep, where it has one, in as few records as tell it. */
  async trials(): Promise<TrialsRecord[]> {
    return (await this.#recorded()).trials.records();
  }

  async trial(number: number): Promise<TrialRecord | undefined> {
    return (await this.#recorded()).trials.get(number);
  }

  addTrials(record: TrialsRecord): void {
    this.#watched?.trials.add(record);
  }

  /** The newest sample of each name. */
  async newestSamples(): Promise<SampleRecord[]> {
    return [...(await this.#recorded()).newest.values()];
  }

  /** Every sample, read from disk: the runner writes each there before it reports it. */
  async samples(): Promise<readonly SampleRecord[]> {
    const { readSamples } = await import('./store/history.ts');
    return readSamples(this.#events);
  }

  change(change: Partial<StoredHead>): void {
    this.#head = { ...this.#head, ...change };
  }

  /** What a message changes in what is live. */
  update(message: RunnerMessage): void {
    switch (message.type) {
      case 'progress': {
        const { type, runId, ...progress } = message;
        this.#live = { ...this.#live, progress };
        return;
      }
      case 'memory':
        this.#live = { ...this.#live, memory: { tensors: message.tensors, bytes: message.bytes } };
        return;
      case 'tunables':
        this.#live = { ...this.#live, tunables: message.tunables };
        return;
      case 'checked':
        this.#findings = message.findings;
        return;
      case 'explorers':
        this.change({ explorers: message.explorers });
        return;
    }
  }

  /** A slider moved: the view shows it at once, and a later run can start with it. */
  tune(name: string, value: number): void {
    const tunables = this.#live.tunables.map((each) =>
      each.name === name ? { ...each, value } : each,
    );
    this.#live = { ...this.#live, tunables };
    this.change({ tuned: { ...this.#head.tuned, [name]: value } });
  }

  addPoints(batch: readonly MetricCurve[]): void {
    this.#watched?.curves.addAll(batch);
  }

  /** Its number among the run's samples, from 0. */
  addSample(sample: SampleRecord): number {
    this.#watched?.add(sample);
    return (this.#watched?.samples ?? 0) - 1;
  }

  /** The process is gone: nothing answers any more, and memory keeps only what the views show of any run. */
  end(change: Partial<StoredHead>): void {
    const words = Object.entries(this.metrics()).map(([name, value]) => [name, toWord(value)]);
    this.change({ endedAt: Date.now(), ...change, metrics: Object.fromEntries(words) });
    this.explorations.end();
  }

  /** Reads the record anew: what came after the last message that arrived is on disk only. */
  async reread(): Promise<History> {
    const history = await this.#read();
    if (this.#watched) this.#watched = history;
    return history;
  }

  /** Frees what can be read again. */
  forget(): void {
    if (this.isLive) return;
    this.#watched = undefined;
    this.#history = undefined;
  }

  get #events(): string {
    return path.join(this.folder.fsPath, 'events.jsonl');
  }

  #recorded(): Promise<History> {
    if (this.#watched) return Promise.resolve(this.#watched);
    this.#history ??= this.#read();
    return this.#history;
  }

  async #read(): Promise<History> {
    const { readHistory } = await import('./store/history.ts');
    return readHistory(this.#events);
  }
}
