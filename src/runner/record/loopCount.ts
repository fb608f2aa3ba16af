/** How many steps of a loop are done: one more than its step number where it counts from 0. */
export class LoopCount {
  #last = Number.POSITIVE_INFINITY;
  #fromZero = false;

  /** @param step the number the script logged; one that falls back starts another loop */
  done(step: number): number {
    if (step < this.#last) this.#fromZero = step === 0;
    this.#last = step;
    return this.#fromZero ? step + 1 : step;
  }
}
