/** Everything a run reports: all of it to the journal, and what is live over the channel. */
import type { Reporter, SampleToReport } from '../../api/reporter.ts';
import type { Engine } from '../../engine/engine.ts';
import {
  type CheckedFinding,
  type RunRecord,
  type ScriptError,
  toWord,
} from '../../protocol/record.ts';
import type { ExploredImage, Explorer, RunRequest, Tunable } from '../../protocol/runner.ts';
import type { Channel } from '../channel/channel.ts';
import { unlessDiskFails } from './disk.ts';
import { Explorers } from './explorers.ts';
import { SampleFiles } from './files.ts';
import type { Journal } from './journal.ts';
import { Live } from './live.ts';
import { LoopCount } from './loopCount.ts';
import { Tunables } from './tunables.ts';

export class RunReporter implements Reporter {
  readonly seed: number;
  readonly #request: RunRequest;
  readonly #journal: Journal;
  readonly #live: Live;
  readonly #files: SampleFiles;
  readonly #tunables: Tunables;
  readonly #explorers: Explorers;
  readonly #startedAt = performance.now();
  readonly #keepSample = unlessDiskFails((sample: SampleToReport) => {
    const record = this.#files.write(sample);
    this.#record(record);
    this.#live.sample(record);
  });
  readonly #loop = new LoopCount();
  /** Some loop has said how many steps it takes. */
  #planned = false;
  /** Metrics the script logs itself; training is then charted without them. */
  readonly #ownNames = new Set<string>();

  constructor(request: RunRequest, journal: Journal, channel: Channel) {
    this.seed = request.seed;
    this.#request = request;
    this.#journal = journal;
    this.#live = new Live(request, channel);
    this.#files = new SampleFiles(request.folder);
    this.#tunables = new Tunables(this.#live);
    this.#explorers = new Explorers(this.#live);
  }

  get hasExplorers(): boolean {
    return this.#explorers.size > 0;
  }

  started(engine: Engine): void {
    const { name, version, threads, reason } = engine;
    const { seed, file } = this.#request;
    this.#record({ type: 'start', engine: name, version, reason, script: file, seed });
    this.#live.started({ name, version, threads, reason }, seed, () => engine.memory());
  }

  metrics(values: Record<string, number>, step: number, steps?: number): void {
    if (this.#request.report === false) return;
    for (const name of Object.keys(values)) this.#ownNames.add(name);
    this.#metrics(values, step);
    // Numbers logged beside a planned loop, for example once an epoch of `fit`, tell nothing about its progress.
    if (steps === undefined && this.#planned) return;
    this.progress(this.#loop.done(step), steps, undefined);
  }

  /** Metrics that the script did not ask for; its own of the same name win. */
  charted(values: Record<string, number>, step: number): void {
    const names = Object.keys(values).filter((name) => !this.#ownNames.has(name));
    if (names.length === 0) return;
    this.#metrics(
      Object.fromEntries(names.map((name) => [name, values[name] ?? Number.NaN])),
      step,
    );
  }

  progress(step: number, steps: number | undefined, label: string | undefined): void {
    this.#planned ||= steps !== undefined;
    this.#live.progress(step, steps, label);
  }

  sample(sample: SampleToReport): void {
    if (this.#request.report === false) return;
    this.#keepSample(sample);
  }

  tunables(tunables: Tunable[], onChange: (name: string, value: number) => void): void {
    this.#tunables.add(tunables, onChange);
  }

  tune(name: string, value: number): void {
    this.#tunables.set(name, value);
  }

  presets(): Readonly<Record<string, number>> {
    const { epochs, tune } = this.#request;
    return { ...tune, ...(epochs === undefined ? {} : { epochs }) };
  }

  explorer(explorer: Explorer, answer: (values: number[]) => Promise<ExploredImage>): void {
    this.#explorers.add(explorer, answer);
  }

  answer(requestId: number, name: string, values: number[]): Promise<void> {
    return this.#explorers.answer(requestId, name, values);
  }

  checked(findings: CheckedFinding[]): void {
    this.#record({ type: 'check', findings });
    this.#live.checked(findings);
  }

  finish(outcome: 'done' | 'failed' | 'stopped', error: ScriptError | undefined): void {
    const seconds = this.#seconds();
    this.#live.flush();
    if (outcome === 'failed')
      this.#record({ type: 'error', ...(error ?? { message: 'The script failed.' }) });
    else this.#record({ type: outcome, seconds });
    this.#live.finished(outcome, seconds, error);
  }

  #metrics(values: Record<string, number>, step: number): void {
    const words = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, toWord(value)]),
    );
    this.#record({ type: 'metrics', step, values: words });
    this.#live.metrics(step, values);
  }

  #record(record: RunRecord): void {
    this.#journal.write({ ...record, time: this.#seconds() });
  }

  /** Since the run started, to the millisecond. */
  #seconds(): number {
    return Math.round(performance.now() - this.#startedAt) / 1000;
  }
}
