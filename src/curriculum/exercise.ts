/** What the extension host has to know of an exercise; its hints are read when one is asked for. */
export interface ExerciseOutline {
  /** File name without its ending, for example 'denoise'; stable, it is part of what is stored about progress. */
  id: string;
  title: string;
  /** The concept that `Explain` opens. */
  concept: string;
  /** What to do, in one or two sentences. */
  task: string;
}

/**
 * A short script with a gap or a fault, and a check that is code. Three files below the chapter's folder belong to it:
 * exercises/<id>.ts, which the learner gets a copy of, <id>.solution.ts and <id>.check.ts.
 */
export interface Exercise extends ExerciseOutline {
  /** Of rising directness: a question, where to look, nearly the answer. */
  hints: readonly [string, string, string];
}

/** Where an exercise's files lie in its chapter's folder. */
export function exerciseFile(id: string): string {
  return `exercises/${id}.ts`;
}

export function solutionFile(id: string): string {
  return `exercises/${id}.solution.ts`;
}

export function checkFile(id: string): string {
  return `exercises/${id}.check.ts`;
}
