/** One process that runs trials: the runner once more, with the same script. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as v from 'valibot';
import { describeExit } from '../../protocol/exit.ts';
import type { ScriptError } from '../../protocol/record.ts';
import type { RunRequest } from '../../protocol/runner.ts';
import { type TrialTask, WorkerMessage } from '../../protocol/worker.ts';
import type { Outcome, TrialListener } from './executor.ts';

/** dist/runner/main.mjs; once the script runs, argv is the script's. */
const main = process.argv[1] ?? '';

/** The processes share the cores, so each computes on one. */
const oneThread = {
  GENAI101_THREADS: '1',
  OMP_NUM_THREADS: '1',
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: '1',
};
const TAIL = 4000;

export class WorkerProcess {
  readonly #child: ChildProcess;
  /** Resolves when the script has come to its trials. */
  readonly #ready: Promise<void>;
  /** Resolves to why there is no worker any more. */
  readonly #gone: Promise<ScriptError>;
  #receive: (message: WorkerMessage) => void = () => {};
  #stderrTail = '';
  #usable = true;

  constructor(request: RunRequest) {
    this.#child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        ...oneThread,
        GENAI101_RUN: JSON.stringify({ ...request, worker: true }),
      },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      serialization: 'advanced',
      windowsHide: true,
    });
    let ready = () => {};
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    let failure: ScriptError | undefined;
    let isReady = false;
    this.#child.on('message', (value) => {
      const checked = v.safeParse(WorkerMessage, value);
      if (!checked.success) return;
      const message = checked.output;
      if (message.type === 'ready') {
        isReady = true;
        ready();
      } else if (message.type === 'failed') {
        if (!isReady) failure = message.error;
        if (message.fatal) this.#usable = false;
      }
      this.#receive(message);
    });
    this.#gone = this.#watch().then((ended) => failure ?? (isReady ? ended : tooEarly(ended)));
  }

  get isUsable(): boolean {
    return this.#usable;
  }

  async run(task: TrialTask, listener: TrialListener): Promise<Outcome> {
    this.#hold(true);
    const gone = this.#gone.then((error): Outcome => ({ error }));
    const outcome = await Promise.race([gone, this.#run(task, listener)]);
    this.#hold(false);
    return outcome;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #run(task: TrialTask, listener: TrialListener): Promise<Outcome> {
    await this.#ready;
    listener.started();
    return new Promise((resolve) => {
      this.#receive = (message) => {
        if (message.type === 'ready' || message.trial !== task.trial) return;
        if (message.type === 'points') listener.points(message);
        else
          resolve(message.type === 'result' ? { value: message.value } : { error: message.error });
      };
      this.#child.send(task, () => {}); // that it is gone is told by its end
    });
  }

  #watch(): Promise<ScriptError> {
    const { stderr } = this.#child;
    stderr?.on('data', (chunk: Buffer) => {
      this.#stderrTail = (this.#stderrTail + chunk.toString()).slice(-TAIL);
      process.stderr.write(chunk);
    });
    return new Promise((resolve) => {
      this.#child.on('error', ({ message }) => {
        this.#usable = false;
        resolve({ message: `The process of this trial could not be started: ${message}` });
      });
      this.#child.on('exit', (code, signal) => {
        this.#usable = false;
        const { message } = describeExit(code, signal, this.#stderrTail);
        resolve({ message: message.replaceAll('The run', 'The trial') });
      });
    });
  }

  /** A worker that has nothing to do does not keep the run from ending. */
  #hold(busy: boolean): void {
    const { stderr, channel } = this.#child;
    const pipe = stderr as (typeof stderr & { ref(): void; unref(): void }) | null;
    for (const each of [this.#child, channel, pipe]) busy ? each?.ref() : each?.unref();
  }
}

function tooEarly({ message }: ScriptError): ScriptError {
  return {
    message: `In a process of its own, the script ended before its trials(…). What stands above that call must be the same at each start. ${message}`,
  };
}
