import * as vscode from 'vscode';

/** An error for people: what happened, where, what to do next. */
export class Problem extends Error {
  override name = 'Problem';
  /** Offered as a button. */
  readonly action: ProblemAction | undefined;

  constructor(message: string, action?: ProblemAction) {
    super(message);
    this.action = action;
  }
}

export interface ProblemAction {
  label: string;
  run(): unknown;
}

/** Tells the learner; anything that is not a `Problem` is a fault of ours, and its stack goes to the log. */
export function showProblem(error: unknown): void {
  const problem = error instanceof Problem ? error : ours(error);
  const { action } = problem;
  void vscode.window
    .showErrorMessage(problem.message, ...(action ? [action.label] : []))
    .then((chosen) => (chosen ? action?.run() : undefined));
}

function ours(error: unknown): Problem {
  console.error('[GenAI 101]', error);
  return new Problem(`GenAI 101 failed at this: ${messageOf(error)}`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
