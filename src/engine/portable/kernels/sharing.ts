/** Milliseconds that may be spent on waiting before it counts. */
const ALLOWED = 10;
/** Of the help, as much as may be lost again to waiting: a helper that is put aside seems to help meanwhile. */
const PART = 0.25;
/** Milliseconds of help after which what was before counts half. */
const MEMORY = 200;
/** Milliseconds without helpers, at first and at most. */
const SHORTEST = 100;
const LONGEST = 5000;

/**
 * Decides whether helper threads take part. It pays on idle cores. On busy ones it costs: this thread may have to wait
 * for a helper that the system has put aside in the middle of its work. So what helpers do is weighed against the
 * waiting for them, while training goes on. The numbers are the same either way.
 */
export class Sharing {
  readonly #now: () => number;
  #helped = 0;
  #waited = 0;
  #pause = SHORTEST;
  /** When helpers are tried again; undefined while they take part. */
  #until: number | undefined;

  /** @param now milliseconds on a clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether helpers are to take part in the next call. */
  get isOn(): boolean {
    if (this.#until !== undefined && this.#now() >= this.#until) this.#until = undefined;
    return this.#until === undefined;
  }

  /**
   * Called when a number of calls are done.
   * @param helped milliseconds of work that helpers have done
   * @param waited milliseconds for which this thread waited for them
   */
  weigh(helped: number, waited: number): void {
    this.#helped += helped;
    this.#waited += waited;
    if (this.#waited > ALLOWED + PART * this.#helped) {
      this.#until = this.#now() + this.#pause;
      this.#pause = Math.min(LONGEST, 2 * this.#pause);
      [this.#helped, this.#waited] = [0, 0];
    } else if (this.#helped > MEMORY) {
      this.#pause = SHORTEST;
      this.#helped /= 2;
      this.#waited /= 2;
    }
  }
}
