import * as vscode from 'vscode';
import { Problem } from '../problem.ts';
import type { Run } from './run.ts';
import type { Runs } from './runs.ts';

/**
 * The run that a command is about: a row of the tree, a run's name, `{ runId }` or a script (lens, editor title);
 * when called from the palette, the run of the script in the active editor, else the one on show.
 */
export function runFor(runs: Runs, target: unknown, live = false): Run | undefined {
  if (target === undefined) return activeRun(runs, live) ?? choose(runs, live);
  if (target instanceof vscode.Uri) return ofScript(runs, target, live);
  const runId = typeof target === 'string' ? target : idOf(target);
  return runs.get(runId);
}

export function requireRun(runs: Runs, target: unknown): Run {
  const run = runFor(runs, target);
  if (!run) throw new Problem('There is no such run. Run an example first.');
  return run;
}

function choose(runs: Runs, live: boolean): Run | undefined {
  if (!live) return runs.shown;
  return runs.shown?.isLive ? runs.shown : runs.live[0];
}

function activeRun(runs: Runs, live: boolean): Run | undefined {
  const file = vscode.window.activeTextEditor?.document.uri;
  return file && ofScript(runs, file, live);
}

function ofScript(runs: Runs, file: vscode.Uri, live: boolean): Run | undefined {
  const candidates = live ? runs.live : runs.all;
  return candidates.find((run) => run.head.script === file.fsPath);
}

function idOf(target: unknown): string {
  if (typeof target !== 'object' || target === null || !('runId' in target)) return '';
  return String(target.runId);
}
