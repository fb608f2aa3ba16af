/**
 * What is live: metrics about ten times a second, progress and memory about twice.
 * The call that reports sends when it is time, so a loop that never yields is seen too; a timer sends what is left.
 */
import type {
  CheckedFinding,
  SampleRecord,
  ScriptError,
  TrialsRecord,
} from '../../protocol/record.ts';
import type { EngineInfo, RunnerMessage, RunRequest } from '../../protocol/runner.ts';
import type { Channel } from '../channel/channel.ts';
import { LiveMetrics } from './liveMetrics.ts';
import { Pace } from './pace.ts';

const BATCH_MS = 100;
const STATUS_MS = 500;
/** Longest wait before trying again where the other side does not keep up. */
const BACK_OFF_MS = 2000;

type Unsent = RunnerMessage extends infer M
  ? M extends { runId: string }
    ? Omit<M, 'runId'>
    : never
  : never;
type Memory = () => { tensors: number; bytes: number };

export class Live {
  readonly #runId: string;
  readonly #channel: Channel | undefined;
  readonly #metrics = new LiveMetrics();
  readonly #pace = new Pace();
  #memory: Memory | undefined;
  #lastBatch = Number.NEGATIVE_INFINITY;
  #lastStatus = Number.NEGATIVE_INFINITY;
  #wait = BATCH_MS;
  #timer: NodeJS.Timeout | undefined;

  constructor(request: RunRequest, channel: Channel) {
    this.#runId = request.runId;
    this.#channel = request.report === false ? undefined : channel;
  }

  started(engine: EngineInfo, seed: number, memory: Memory): void {
    this.#memory = memory;
    this.send({ type: 'started', engine, seed });
    this.#sendStatus();
    // Tensors are counted while a script that logs nothing computes; the timer holds no process up.
    if (this.#channel) setInterval(() => this.#tick(), STATUS_MS).unref();
  }

  metrics(step: number, values: Record<string, number>): void {
    if (!this.#channel) return;
    this.#metrics.add(step, values);
    this.#tick();
  }

  progress(step: number, steps: number | undefined, label: string | undefined): void {
    this.#pace.mark(step, steps, label, performance.now());
    this.#tick();
  }

  sample(record: SampleRecord): void {
    this.#sendBatch(); // a picture never arrives before the numbers of its step
    this.send({ type: 'sample', record });
  }

  trials(record: TrialsRecord): void {
    this.send({ type: 'trials', record });
  }

  checked(findings: CheckedFinding[]): void {
    this.send({ type: 'checked', findings });
  }

  finished(outcome: 'done' | 'failed' | 'stopped', seconds: number, error?: ScriptError): void {
    this.send({ type: 'finished', outcome, seconds, ...(error ? { error } : {}) });
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#sendBatch();
    this.#sendStatus();
  }

  send(message: Unsent): boolean {
    return this.#channel?.send({ ...message, runId: this.#runId } as RunnerMessage) ?? true;
  }

  #tick(): void {
    const now = performance.now();
    if (now - this.#lastBatch >= this.#wait) this.#sendBatch();
    else if (!this.#metrics.isEmpty) this.#sendLater(this.#lastBatch + this.#wait - now);
    if (now - this.#lastStatus >= Math.max(STATUS_MS, this.#wait)) this.#sendStatus();
  }

  #sendLater(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#sendBatch();
    }, milliseconds).unref();
  }

  #sendBatch(): void {
    if (this.#metrics.isEmpty) return;
    this.#lastBatch = performance.now();
    const isRead = this.send(this.#metrics.take(this.#runId));
    this.#wait = isRead ? BATCH_MS : Math.min(BACK_OFF_MS, 2 * this.#wait);
  }

  #sendStatus(): void {
    this.#lastStatus = performance.now();
    const progress = this.#pace.progress();
    if (progress) this.send({ type: 'progress', ...progress });
    if (this.#memory) this.send({ type: 'memory', ...this.#memory() });
  }
}
