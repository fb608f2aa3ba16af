/** Trained models that answer. */
import type { ExploredAnswer, Explorer } from '../../protocol/runner.ts';
import type { Live } from './live.ts';

type Answer = (values: number[]) => Promise<ExploredAnswer>;

export class Explorers {
  readonly #live: Live;
  readonly #entries = new Map<string, { explorer: Explorer; answer: Answer }>();

  /** Ends when the last question so far is answered: a model answers one at a time, in the order of the questions. */
  #last: Promise<void> = Promise.resolve();

  constructor(live: Live) {
    this.#live = live;
  }

  get size(): number {
    return this.#entries.size;
  }

  add(explorer: Explorer, answer: Answer): void {
    this.#entries.set(explorer.name, { explorer, answer });
    const explorers = [...this.#entries.values()].map((entry) => entry.explorer);
    this.#live.send({ type: 'explorers', explorers });
  }

  /** What goes wrong is told to whoever asked; the run goes on. */
  answer(requestId: number, name: string, values: number[]): Promise<void> {
    const next = () => this.#answerNext(requestId, name, values);
    this.#last = this.#last.then(next, next);
    return this.#last;
  }

  async #answerNext(requestId: number, name: string, values: number[]): Promise<void> {
    try {
      this.#live.send({ type: 'explored', requestId, ...(await this.#ask(name, values)) });
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      this.#live.send({ type: 'explored', requestId, error: words });
    }
  }

  #ask(name: string, values: number[]): Promise<ExploredAnswer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new Error(`This run has nothing called “${name}” to explore.`);
    const { axes } = entry.explorer;
    if (values.length !== axes.length) {
      throw new Error(`“${name}” takes ${axes.length} numbers, and got ${values.length}.`);
    }
    return entry.answer(values);
  }
}
