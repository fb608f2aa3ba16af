/** Between the runner and the check of an exercise, which is a module of the course. */

/** What a check gets to see of the learner's script once it has run to its end. */
export interface Attempt {
  /** What the script exports, by name. */
  exports: Readonly<Record<string, unknown>>;
  /** The values that were logged or charted under a name, in order. */
  metric(name: string): number[];
}

/** One thing that a check looked at. */
export interface Finding {
  passed: boolean;
  /** In words for people, for example 'copies at 16 dB or more'. */
  expected: string;
  /** What was seen instead, or as well, for example 'copies at 11.3 dB'. */
  seen: string;
  /** A piece of the script's text, where one line is to blame: the finding is shown at the first line that holds it. */
  near?: string;
}

/** What an exercise's check module exports as `check`. It runs in the script's own process, after it. */
export type Check = (attempt: Attempt) => Finding[] | Promise<Finding[]>;
