/** An error made for the person at the keyboard: what happened, where, what to do next. */
export class ScriptProblem extends Error {
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.name = 'ScriptProblem';
    this.place = place;
  }
}

export interface Place {
  file: string;
  /** 1-based. */
  line?: number;
  /** 1-based. */
  column?: number;
}
