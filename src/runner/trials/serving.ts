/** Thrown by `trials(…)` where this process is there for trials alone: what follows in the script is not for it. */
export class Serving {
  /** Resolves when there is nothing left to do here. */
  readonly work: Promise<void>;

  constructor(work: Promise<void>) {
    this.work = work;
  }
}
