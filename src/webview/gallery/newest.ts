/**
 * One request in flight; while it is, only the newest wish is kept. So a drag never queues up,
 * and the picture follows as fast as answers come.
 */
export class NewestFirst<Wish> {
  #nextId = 0;
  #inFlight: number | undefined;
  #waiting: { wish: Wish } | undefined;
  readonly #send: (requestId: number, wish: Wish) => void;

  constructor(send: (requestId: number, wish: Wish) => void) {
    this.#send = send;
  }

  get isIdle(): boolean {
    return this.#inFlight === undefined;
  }

  ask(wish: Wish): void {
    if (this.#inFlight === undefined) this.#start(wish);
    else this.#waiting = { wish };
  }

  /** True when this answers what was asked last in flight; sends what waited meanwhile. */
  answered(requestId: number): boolean {
    if (requestId !== this.#inFlight) return false;
    this.#inFlight = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#start(waiting.wish);
    return true;
  }

  /** No answer will come any more. */
  reset(): void {
    this.#inFlight = undefined;
    this.#waiting = undefined;
  }

  #start(wish: Wish): void {
    this.#inFlight = this.#nextId++;
    this.#send(this.#inFlight, wish);
  }
}
