/** The context keys that `when` clauses may name, and what each holds. */
export interface ContextKeys {
  /** Paths of open scripts that can be run. */
  'genai101.scripts': string[];
  /** Paths of scripts that run now. */
  'genai101.runningScripts': string[];
  /** Paths of open examples that differ from the shipped ones. */
  'genai101.editedExamples': string[];
  /** The active editor shows an edited example. */
  'genai101.activeEdited': boolean;
  /** Anything runs. */
  'genai101.running': boolean;
  /** There is a run on disk. */
  'genai101.hasRuns': boolean;
  /** Something of the course is done. */
  'genai101.started': boolean;
  /** Id of the chapter the learner is in; the Welcome page lists its walkthrough. */
  'genai101.chapter': string;
  /** Steps of the first walkthrough. */
  'genai101.did.openExample': boolean;
  'genai101.did.run': boolean;
  'genai101.did.figure': boolean;
}

/** A concept is done: a step of a walkthrough is ticked by it. */
export type DoneKey = `genai101.done.${string}.${string}`;

export function doneKey(chapterId: string, conceptId: string): DoneKey {
  return `genai101.done.${chapterId}.${conceptId}`;
}
