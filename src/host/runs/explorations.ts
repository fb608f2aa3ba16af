import type { ExploredImage, RunnerMessage } from '../../protocol/runner.ts';
import { Problem } from '../problem.ts';

interface Waiting {
  resolve(image: ExploredImage): void;
  reject(error: Error): void;
}

/** Questions to a trained model that wait for its answer. */
export class Explorations {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  ask(send: (requestId: number) => void): Promise<ExploredImage> {
    const requestId = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(requestId, { resolve, reject });
      send(requestId);
    });
  }

  answer(message: RunnerMessage & { type: 'explored' }): void {
    const waiting = this.#waiting.get(message.requestId);
    this.#waiting.delete(message.requestId);
    if (message.image) waiting?.resolve(message.image);
    else waiting?.reject(new Problem(message.error ?? 'The model gave no picture.'));
  }

  end(): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new Problem('This run has ended. Run it again to explore its model.'));
    }
    this.#waiting.clear();
  }
}
