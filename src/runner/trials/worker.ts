/** A process that a run started for its trials: runs the script up to its `trials(…)`, then one trial after the other. */
import { connectReporter, type Evaluate } from '../../api/reporter.ts';
import type { ScriptError } from '../../protocol/record.ts';
import type { RunRequest } from '../../protocol/runner.ts';
import type { TrialTask, WorkerMessage } from '../../protocol/worker.ts';
import type { Charting } from '../chart/charting.ts';
import { describeError } from '../errors/describe.ts';
import { presetsOf } from './presets.ts';
import { runTidily } from './runTrial.ts';
import { Serving } from './serving.ts';
import { TrialReporter } from './trialReporter.ts';

export class TrialWorker implements Charting {
  readonly #request: RunRequest;
  /** Of the trial that runs; before the first, of what the run itself reports already. */
  #reporter: TrialReporter;
  #trial = 0;
  #failed = false;
  #unmute: (() => void) | undefined = mute(process.stdout);

  constructor(request: RunRequest) {
    this.#request = request;
    this.#reporter = new Unheard(request, (objective) => this.#serve(objective));
    connectReporter(this.#reporter);
    process.on('SIGINT', () => {}); // the terminal sends Ctrl+C to the whole group; the run answers it
    process.on('disconnect', () => process.exit());
    process.on('uncaughtException', (error) => this.fail(error));
    process.on('unhandledRejection', (reason) => this.fail(reason));
  }

  charted(values: Record<string, number>, step: number): void {
    this.#reporter.charted(values, step);
  }

  progress(): void {}

  /** After an error outside of the objective nothing here can be relied on. */
  fail(thrown: unknown): void {
    if (thrown instanceof Serving || this.#failed) return;
    this.#failed = true;
    const error = describeError(thrown, this.#request.file);
    this.#send({ type: 'failed', trial: this.#trial, error, fatal: true }, () => process.exit(1));
  }

  #serve(objective: Evaluate): void {
    process.on('message', (task) => void this.#run(objective, task as TrialTask));
    this.#send({ type: 'ready' });
  }

  async #run(objective: Evaluate, task: TrialTask): Promise<void> {
    const { trial } = task;
    this.#unmute?.();
    this.#unmute = undefined;
    this.#trial = trial;
    const { seed } = this.#request;
    this.#reporter = new TrialReporter(seed, presetsOf(this.#request), (points) =>
      this.#send({ type: 'points', trial, ...points }),
    );
    connectReporter(this.#reporter);
    const outcome = await this.#outcome(objective, task);
    // A promise of the trial's that nobody waited for has failed by then, and takes the trial with it.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#failed) return;
    this.#reporter.flush();
    if ('value' in outcome) this.#send({ type: 'result', trial, ...outcome });
    else this.#send({ type: 'failed', trial, ...outcome });
  }

  async #outcome(
    objective: Evaluate,
    task: TrialTask,
  ): Promise<{ value: number } | { error: ScriptError }> {
    try {
      return { value: await runTidily(objective, task) };
    } catch (error) {
      return { error: describeError(error, this.#request.file) };
    }
  }

  #send(message: WorkerMessage, sent?: () => void): void {
    if (process.connected) process.send?.(message, undefined, undefined, () => sent?.());
    else sent?.();
  }
}

/** The run itself has reported what stands above `trials(…)`. */
class Unheard extends TrialReporter {
  readonly #serve: (objective: Evaluate) => void;

  constructor(request: RunRequest, serve: (objective: Evaluate) => void) {
    super(request.seed, presetsOf(request), () => {});
    this.#serve = serve;
  }

  override sample(): void {}

  override explorer(): void {}

  override trials(objective?: Evaluate): Evaluate {
    if (objective) this.#serve(objective);
    throw new Serving(Promise.resolve());
  }
}

/** What the script prints above its trials is printed by the run itself. */
function mute(stream: NodeJS.WriteStream): () => void {
  const { write } = stream;
  stream.write = (_chunk: unknown, ...rest: unknown[]) => {
    const written = rest.find((each) => typeof each === 'function');
    if (written) process.nextTick(written as () => void);
    return true;
  };
  return () => {
    stream.write = write;
  };
}
