/** Trials in this very process, one after the other: under a debugger, whose breakpoints are hit here. */
import { connectReporter, type Evaluate, type Reporter } from '../../api/reporter.ts';
import type { RunRequest } from '../../protocol/runner.ts';
import type { TrialTask } from '../../protocol/worker.ts';
import { describeError } from '../errors/describe.ts';
import type { Executor, Outcome, TrialListener } from './executor.ts';
import { presetsOf } from './presets.ts';
import { runTrial } from './runTrial.ts';
import { TrialReporter } from './trialReporter.ts';

export class LocalTrials implements Executor {
  readonly limit = 1;
  readonly #request: RunRequest;
  readonly #objective: Evaluate;
  readonly #between: Reporter;
  #last: Promise<unknown> = Promise.resolve();
  #current: TrialReporter | undefined;

  /** @param between gets what is reported between trials */
  constructor(request: RunRequest, objective: Evaluate, between: Reporter) {
    this.#request = request;
    this.#objective = objective;
    this.#between = between;
  }

  /** That of the trial that is running. */
  get current(): TrialReporter | undefined {
    return this.#current;
  }

  run(task: TrialTask, listener: TrialListener): Promise<Outcome> {
    const outcome = this.#last.then(() => this.#run(task, listener));
    this.#last = outcome;
    return outcome;
  }

  async #run(task: TrialTask, listener: TrialListener): Promise<Outcome> {
    listener.started();
    const points = listener.points.bind(listener);
    const reporter = new TrialReporter(this.#request.seed, presetsOf(this.#request), points);
    this.#current = reporter;
    connectReporter(reporter);
    try {
      return { value: await runTrial(this.#objective, task) };
    } catch (error) {
      return { error: describeError(error, this.#request.file) };
    } finally {
      reporter.flush();
      this.#current = undefined;
      connectReporter(this.#between);
    }
  }
}
