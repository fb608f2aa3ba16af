import type * as vscode from 'vscode';
import { ranMark } from '../../curriculum/progress.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import type { Runs } from './runs.ts';

/** An example that ran to its end counts in the course. */
export function markWhatRan(runs: Runs, progress: ProgressStore): vscode.Disposable {
  return runs.onDidChange((run) => {
    const { chapter, example, status } = run?.head ?? {};
    if (!chapter || !example || (status !== 'done' && status !== 'exploring')) return;
    void progress.add(ranMark(`${chapter}/${example}`));
  });
}
