/** The sweep of a script: numbers its trials, has them run, and records what becomes of them. */
import type { Evaluate, Reporter, SweepOptions } from '../../api/reporter.ts';
import { toWord } from '../../protocol/numberWord.ts';
import type { TrialRecord, TrialsRecord, TrialValues } from '../../protocol/record.ts';
import type { RunRequest } from '../../protocol/runner.ts';
import { describeError } from '../errors/describe.ts';
import { ScriptProblem } from '../errors/problem.ts';
import type { Executor, Outcome } from './executor.ts';
import { LocalTrials } from './local.ts';
import { pointsRecord } from './pointsRecord.ts';
import { Pool } from './pool.ts';
import { runTrial, trialSeed } from './runTrial.ts';
import { Serving } from './serving.ts';

export interface SweepEvents {
  record(record: TrialsRecord): void;
  /** @param ended trials, of those asked for so far */
  progress(ended: number, asked: number): void;
}

export class Sweep {
  readonly #request: RunRequest;
  readonly #events: SweepEvents;
  #executor: Executor | undefined;
  #asked = 0;
  #ended = 0;

  constructor(request: RunRequest, events: SweepEvents) {
    this.#request = request;
    this.#events = events;
  }

  /** The reporter of a trial that runs in this process. */
  get current() {
    return this.#executor instanceof LocalTrials ? this.#executor.current : undefined;
  }

  /** @param engine the one that this process uses: the trials use the same */
  begin(
    objective: Evaluate,
    { workers, ...options }: SweepOptions,
    reporter: Reporter,
    engine: string,
  ): Evaluate {
    if (this.#executor) {
      throw new ScriptProblem(
        'A script has one trials(…): call the function that it returned again.',
      );
    }
    const request = { ...this.#request, engine };
    const executor = request.socket
      ? new LocalTrials(request, objective, reporter)
      : new Pool(request, workers);
    this.#executor = executor;
    this.#events.record({ type: 'sweep', ...options, workers: executor.limit });
    if (request.trial) throw new Serving(this.#alone(objective, request.trial));
    return (values) => this.#evaluate(executor, values);
  }

  async #evaluate(executor: Executor, values: TrialValues): Promise<number> {
    const trial = ++this.#asked;
    this.#progress();
    const run = new TrialRun(trial, values, this.#events);
    const task = {
      type: 'trial' as const,
      trial,
      seed: trialSeed(this.#request.seed, trial),
      values,
    };
    const outcome = await executor.run(task, {
      started: () => run.started(),
      points: (points) => this.#events.record(pointsRecord(trial, points)),
    });
    this.#ended++;
    run.ended(outcome);
    this.#progress();
    return 'value' in outcome ? outcome.value : Number.NaN;
  }

  /** One trial of an earlier run once more, in this process and for all to see; its failure is that of the run. */
  async #alone(
    objective: Evaluate,
    { trial, values }: NonNullable<RunRequest['trial']>,
  ): Promise<void> {
    const seed = trialSeed(this.#request.seed, trial);
    const run = new TrialRun(trial, values, this.#events);
    await Promise.resolve(); // what called has to come to its end first
    run.started();
    try {
      run.ended({ value: await runTrial(objective, { type: 'trial', trial, seed, values }) });
    } catch (error) {
      run.ended({ error: describeError(error, this.#request.file) });
      throw error;
    }
  }

  #progress(): void {
    this.#events.progress(this.#ended, this.#asked);
  }
}

/** The two records of a trial. */
class TrialRun {
  readonly #trial: number;
  readonly #values: TrialValues;
  readonly #events: SweepEvents;
  #startedAt: number | undefined;

  constructor(trial: number, values: TrialValues, events: SweepEvents) {
    this.#trial = trial;
    this.#values = values;
    this.#events = events;
  }

  started(): void {
    this.#startedAt = performance.now();
    this.#record({ status: 'running' });
  }

  ended(outcome: Outcome): void {
    const started = this.#startedAt;
    const seconds = started === undefined ? 0 : Math.round(performance.now() - started) / 1000;
    this.#record({ ...endOf(outcome), seconds });
  }

  #record(change: Omit<TrialRecord, 'type' | 'trial' | 'values'>): void {
    this.#events.record({ type: 'trial', trial: this.#trial, values: this.#values, ...change });
  }
}

function endOf(outcome: Outcome): Pick<TrialRecord, 'status' | 'error' | 'result'> {
  if ('error' in outcome) return { status: 'failed', error: outcome.error };
  const status = Number.isFinite(outcome.value) ? 'done' : 'diverged';
  return { status, result: toWord(outcome.value) };
}
