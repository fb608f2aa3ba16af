/** Trials in processes of their own, a few at a time. */
import { availableParallelism } from 'node:os';
import type { RunRequest } from '../../protocol/runner.ts';
import type { TrialTask } from '../../protocol/worker.ts';
import type { Executor, Outcome, TrialListener } from './executor.ts';
import { WorkerProcess } from './workerProcess.ts';

/** Each process holds an engine and the script's data. */
const MOST_WORKERS = 8;

interface Job {
  task: TrialTask;
  listener: TrialListener;
  done: (outcome: Outcome) => void;
}

export class Pool implements Executor {
  readonly limit: number;
  readonly #request: RunRequest;
  readonly #workers = new Set<WorkerProcess>();
  readonly #idle: WorkerProcess[] = [];
  readonly #waiting: Job[] = [];

  constructor(request: RunRequest, workers: number | undefined) {
    this.#request = request;
    this.limit = Math.min(workers ?? MOST_WORKERS, availableParallelism(), MOST_WORKERS);
    // However this process ends, as long as it can say so; otherwise they see its end themselves.
    process.on('exit', () => this.#kill());
  }

  run(task: TrialTask, listener: TrialListener): Promise<Outcome> {
    return new Promise((done) => {
      this.#waiting.push({ task, listener, done });
      this.#next();
    });
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#rested() ?? this.#hire();
      const job = worker && this.#waiting.shift();
      if (!job) return;
      void this.#give(worker, job);
    }
  }

  /** One that waits; some may have died meanwhile. */
  #rested(): WorkerProcess | undefined {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) {
      if (worker.isUsable) return worker;
      this.#workers.delete(worker);
    }
    return undefined;
  }

  #hire(): WorkerProcess | undefined {
    if (this.#workers.size >= this.limit) return undefined;
    const worker = new WorkerProcess(this.#request);
    this.#workers.add(worker);
    return worker;
  }

  async #give(worker: WorkerProcess, { task, listener, done }: Job): Promise<void> {
    done(await worker.run(task, listener));
    if (worker.isUsable) this.#idle.push(worker);
    else this.#workers.delete(worker);
    this.#next();
  }

  #kill(): void {
    for (const worker of this.#workers) worker.kill();
  }
}
