import * as v from 'valibot';
import { RunnerMessage } from '../../../protocol/runner.ts';

/** Lets through what is a message of this run. The runner runs the learner's code, which could send anything. */
export class Inbox {
  readonly #runId: string;
  readonly #onFirstRejected: () => void;
  #rejected = 0;

  constructor(runId: string, onFirstRejected: () => void) {
    this.#runId = runId;
    this.#onFirstRejected = onFirstRejected;
  }

  /** How many were no messages. */
  get rejected(): number {
    return this.#rejected;
  }

  check(value: unknown): RunnerMessage | undefined {
    const checked = v.safeParse(RunnerMessage, value);
    if (!checked.success) {
      this.reject();
      return undefined;
    }
    return checked.output.runId === this.#runId ? checked.output : undefined;
  }

  reject(): void {
    this.#rejected++;
    if (this.#rejected === 1) this.#onFirstRejected();
  }
}
