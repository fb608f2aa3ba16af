/** The other end of a worker: asks it for the time of a training step. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { EngineName, Surroundings } from '../../engine.ts';
import type { Kind } from '../kind.ts';
import { ownProcess } from '../ownProcess.ts';
import { whyNot } from '../probe/whyNot.ts';
import type { Question, WorkerStart } from './worker.ts';

/** An engine's process has died. */
export class WorkerDied extends Error {
  readonly engine: EngineName;
  readonly why: string;

  /** @param why the end of a sentence */
  constructor(engine: EngineName, why: string) {
    super(`The engine “${engine}” could not be measured: ${why}.`);
    this.engine = engine;
    this.why = why;
  }
}

export class Timer {
  readonly #worker: ChildProcess;
  readonly #died: Promise<never>;

  private constructor(start: WorkerStart) {
    const { command, args, env } = ownProcess('worker', import.meta.dirname, 'worker.ts');
    this.#worker = spawn(command, [...args, JSON.stringify(start)], {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      windowsHide: true,
    });
    this.#died = deathOf(this.#worker, start.engine);
    this.#died.catch(() => {}); // told to whoever waits for an answer
  }

  static async start(engine: EngineName, surroundings: Surroundings): Promise<Timer> {
    const timer = new Timer({ engine, surroundings });
    await timer.#next();
    return timer;
  }

  /** @returns milliseconds of the quickest step of those that fit */
  async time(kind: Kind, milliseconds: number): Promise<number> {
    const question: Question = { kind, milliseconds };
    this.#worker.send(question, () => {}); // one that has died is told by `#died`
    return Number(await this.#next());
  }

  dispose(): void {
    this.#worker.kill('SIGKILL');
  }

  #next(): Promise<unknown> {
    const answered = new Promise((resolve) => this.#worker.once('message', resolve));
    return Promise.race([answered, this.#died]);
  }
}

function deathOf(worker: ChildProcess, engine: EngineName): Promise<never> {
  let stderr = '';
  worker.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((_, reject) => {
    worker.on('error', reject);
    worker.on('close', (exitCode, signalCode) => {
      reject(new WorkerDied(engine, whyNot({ killed: false, exitCode, signalCode, stderr })));
    });
  });
}
