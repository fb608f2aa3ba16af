import type { ExploredAnswer, RunnerMessage } from '../../protocol/runner.ts';
import { Problem } from '../problem.ts';

interface Waiting {
  resolve(answer: ExploredAnswer): void;
  reject(error: Error): void;
}

/** Questions to a trained model that wait for its answer. */
export class Explorations {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  ask(send: (requestId: number) => void): Promise<ExploredAnswer> {
    const requestId = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(requestId, { resolve, reject });
      send(requestId);
    });
  }

  answer(message: RunnerMessage & { type: 'explored' }): void {
    const waiting = this.#waiting.get(message.requestId);
    this.#waiting.delete(message.requestId);
    const { image, text, error } = message;
    if (image || text !== undefined) waiting?.resolve({ image, text });
    else waiting?.reject(new Problem(error ?? 'The model gave no answer.'));
  }

  end(): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new Problem('This run has ended. Run it again to explore its model.'));
    }
    this.#waiting.clear();
  }
}
