/** Everything a run reports: all of it to the journal, and what is live over the channel. */
import type { Evaluate, Reporter, SampleToReport, SweepOptions } from '../../api/reporter.ts';
import type { Engine } from '../../engine/engine.ts';
import { toWord } from '../../protocol/numberWord.ts';
import type {
  CheckedFinding,
  RunRecord,
  ScriptError,
  TrialsRecord,
} from '../../protocol/record.ts';
import type { ExploredAnswer, Explorer, RunRequest, Tunable } from '../../protocol/runner.ts';
import type { Channel } from '../channel/channel.ts';
import type { Charting } from '../chart/charting.ts';
import { presetsOf } from '../trials/presets.ts';
import { Sweep } from '../trials/sweep.ts';
import { unlessDiskFails } from './disk.ts';
import { Explorers } from './explorers.ts';
import { SampleFiles } from './files.ts';
import type { Journal } from './journal.ts';
import { Live } from './live.ts';
import { LoopCount } from './loopCount.ts';
import { Tunables } from './tunables.ts';

export class RunReporter implements Reporter, Charting {
  readonly seed: number;
  readonly #request: RunRequest;
  readonly #journal: Journal;
  readonly #live: Live;
  readonly #files: SampleFiles;
  readonly #tunables: Tunables;
  readonly #explorers: Explorers;
  readonly #sweep: Sweep;
  #engine = '';
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
    this.#sweep = new Sweep(request, {
      record: (record) => this.#trials(record),
      progress: (ended, asked) => this.#trialsProgress(ended, asked),
    });
  }

  get hasExplorers(): boolean {
    return this.#explorers.size > 0;
  }

  started(engine: Engine): void {
    const { name, version, threads, reason } = engine;
    const { seed, file } = this.#request;
    this.#engine = name;
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
    const trial = this.#sweep.current;
    if (trial) trial.charted(values, step);
    else this.#charted(values, step);
  }

  #charted(values: Record<string, number>, step: number): void {
    const names = Object.keys(values).filter((name) => !this.#ownNames.has(name));
    if (names.length === 0) return;
    this.#metrics(
      Object.fromEntries(names.map((name) => [name, values[name] ?? Number.NaN])),
      step,
    );
  }

  progress(step: number, steps: number | undefined, label: string | undefined): void {
    if (this.#sweep.current) return;
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
    return presetsOf(this.#request);
  }

  explorer(explorer: Explorer, answer: (values: number[]) => Promise<ExploredAnswer>): void {
    this.#explorers.add(explorer, answer);
  }

  answer(requestId: number, name: string, values: number[]): Promise<void> {
    return this.#explorers.answer(requestId, name, values);
  }

  trials(objective: Evaluate, options: SweepOptions): Evaluate {
    return this.#sweep.begin(objective, options, this, this.#engine);
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

  #trials(record: TrialsRecord): void {
    if (this.#request.report === false) return;
    this.#record(record);
    this.#live.trials(record);
  }

  /** Where the script tells of no plan of its own. */
  #trialsProgress(ended: number, asked: number): void {
    if (this.#planned) return;
    this.#live.progress(ended, asked, `${ended} of ${asked} trials`);
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
