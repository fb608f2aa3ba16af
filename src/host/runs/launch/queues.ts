/** Acts about the same thing happen one after the other: a second ▶ waits for the first one's start. */
export class Queues {
  readonly #last = new Map<string, Promise<unknown>>();

  inTurn<Result>(key: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(act, act);
    this.#last.set(key, mine);
    const forget = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  }
}
