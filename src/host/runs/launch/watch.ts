import type { SampleRecord, TrialsRecord } from '../../../protocol/record.ts';
import type { HostMessage, RunnerMessage, RunRequest } from '../../../protocol/runner.ts';
import type { MetricCurve } from '../../../protocol/views.ts';
import type { Run } from '../run.ts';
import type { Output } from '../show/output.ts';
import { toBatch } from '../store/curves.ts';
import { describeEnding, endingOf } from './ending.ts';
import { Inbox } from './inbox.ts';
import type { Ended, Listener, Runner } from './runner.ts';
import { stopRunner } from './stopRunner.ts';

/** What the others hear of a live run. */
export interface WatchEvents {
  /** The head has changed and belongs on disk. */
  save(): void;
  changed(): void;
  points(curves: MetricCurve[]): void;
  sample(sample: SampleRecord, index: number): void;
  trials(record: TrialsRecord): void;
}

export type Launch = (request: RunRequest, listener: Listener) => Runner | Promise<Runner>;

/** A runner that reported its end leaves within two seconds; later it is held up. */
const leaveMs = 5000;

/** Watches one run from its start to the end of its process. */
export class Watch {
  readonly #run: Run;
  readonly #output: Output;
  readonly #events: WatchEvents;
  readonly #inbox: Inbox;
  #launched: Promise<Runner> | undefined;
  #runner: Runner | undefined;
  #stopping: Promise<void> | undefined;
  #leaving: NodeJS.Timeout | undefined;
  #gone: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(run: Run, output: Output, events: WatchEvents) {
    this.#run = run;
    this.#output = output;
    this.#events = events;
    this.#inbox = new Inbox(run.runId, () =>
      output.note('[A message from the script’s process was not understood and was ignored.]'),
    );
  }

  /** Resolves when the process is gone and all is recorded. */
  get gone(): Promise<void> {
    return this.#gone;
  }

  async launch(launch: Launch, request: RunRequest): Promise<void> {
    this.#launched = Promise.resolve(
      launch(request, {
        receive: (value) => this.#receive(value),
        print: (chunk, resume) => this.#output.print(chunk, resume),
      }),
    );
    try {
      this.#runner = await this.#launched;
    } catch (error) {
      this.#end({ status: 'failed', error: { message: String(error) } });
      throw error;
    }
    if (this.#disposed) this.#runner.kill();
    this.#run.change({ runner: this.#runner.pid });
    this.#events.save();
    this.#gone = this.#runner.ended.then((ended) => this.#left(ended));
  }

  send(message: HostMessage): void {
    this.#runner?.send(message);
  }

  /** Resolves when the process is gone. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  /** At once: the window closes. What was recorded is on disk already. */
  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#leaving);
    if (this.#run.isLive) this.#end({ status: this.#statusWhenCut });
    this.#runner?.kill();
  }

  async #stop(): Promise<void> {
    const runner = await this.#launched;
    if (runner) await stopRunner(runner, this.#run.runId);
    await this.#gone;
  }

  #receive(value: unknown): unknown {
    const message = this.#inbox.check(value);
    if (!message || this.#disposed || !this.#run.isLive) return undefined;
    switch (message.type) {
      case 'metrics':
        return this.#addPoints(message);
      case 'sample':
        return this.#events.sample(message.record, this.#run.addSample(message.record));
      case 'trials':
        this.#run.addTrials(message.record);
        return this.#events.trials(message.record);
      case 'explored':
        return this.#run.explorations.answer(message);
      case 'started':
        this.#run.change({ status: 'running', engine: message.engine });
        return this.#events.save();
      case 'finished':
        return this.#finish(message);
      default:
        this.#run.update(message);
        return this.#events.changed();
    }
  }

  #addPoints(message: RunnerMessage & { type: 'metrics' }): unknown {
    const curves = toBatch(message);
    if (!curves) return this.#inbox.reject();
    this.#run.addPoints(curves);
    return this.#events.points(curves);
  }

  #finish({ outcome, seconds, error }: RunnerMessage & { type: 'finished' }): void {
    const endedAt = this.#run.head.startedAt + seconds * 1000;
    if (outcome === 'done' && this.#run.view().explorers.length > 0 && !this.#stopping) {
      this.#run.change({ status: 'exploring', endedAt });
      this.#events.save();
    } else {
      this.#end({ status: outcome, error });
      this.#leaving = setTimeout(() => void this.stop(), leaveMs);
    }
  }

  async #left(ended: Ended): Promise<void> {
    clearTimeout(this.#leaving);
    if (this.#run.isLive) await this.#endOf(ended);
    if (this.#disposed) return;
    await this.#output.end(describeEnding(this.#run.head, this.#inbox.rejected));
  }

  /** The process is gone without a word. What came last is on disk only. */
  async #endOf(ended: Ended): Promise<void> {
    if (this.#run.head.status === 'exploring') return this.#end({ status: 'done' });
    const history = await this.#run.reread();
    if (!this.#run.isLive) return;
    this.#end(endingOf(history, ended, this.#stopping !== undefined));
  }

  #end(change: Parameters<Run['end']>[0]): void {
    this.#run.end(change);
    this.#events.save();
  }

  get #statusWhenCut(): 'done' | 'stopped' {
    return this.#run.head.status === 'exploring' ? 'done' : 'stopped';
  }
}
