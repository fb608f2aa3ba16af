/**
 * So many requests travel at once: while the model draws one, the next is already on its way, and the picture before
 * on its way back.
 */
const MOST_IN_FLIGHT = 2;

/**
 * Few requests in flight; while there are as many as may be, only the newest wish is kept. So a drag never queues
 * up, and the picture follows as fast as answers come.
 */
export class NewestFirst<Wish> {
  #nextId = 0;
  readonly #inFlight = new Map<number, Wish>();
  #waiting: { wish: Wish } | undefined;
  readonly #send: (requestId: number, wish: Wish) => void;

  constructor(send: (requestId: number, wish: Wish) => void) {
    this.#send = send;
  }

  get isIdle(): boolean {
    return this.#inFlight.size === 0;
  }

  ask(wish: Wish): void {
    if (this.#inFlight.size < MOST_IN_FLIGHT) this.#start(wish);
    else this.#waiting = { wish };
  }

  /** What this answers, if it is still waited for; sends what waited meanwhile. */
  answered(requestId: number): Wish | undefined {
    const wish = this.#inFlight.get(requestId);
    if (!this.#inFlight.delete(requestId)) return undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#start(waiting.wish);
    return wish;
  }

  /** No answer will come any more. */
  reset(): void {
    this.#inFlight.clear();
    this.#waiting = undefined;
  }

  #start(wish: Wish): void {
    const requestId = this.#nextId++;
    this.#inFlight.set(requestId, wish);
    this.#send(requestId, wish);
  }
}
