/** Runs one trial of a sweep once more, alone and for all to see. */
import * as vscode from 'vscode';
import type { TrialRecord } from '../../protocol/record.ts';
import { Problem } from '../problem.ts';
import type { StartRequest } from './launch/request.ts';
import type { Run } from './run.ts';
import type { Runs } from './runs.ts';

/** @param target names the trial, or it is asked for */
export async function runTrial(runs: Runs, run: Run, target: unknown): Promise<string | undefined> {
  const trial = numberOf(target);
  const found = trial === undefined ? await choose(run) : await run.trial(trial);
  if (!found && trial !== undefined) throw new Problem('There is no such trial.');
  if (!found) return undefined;
  const { values } = found;
  return (await runs.start({ ...sameAs(run), trial: { trial: found.trial, values } })).runId;
}

/** What it takes to run the same again: sliders begin where the learner left them. */
export function sameAs(run: Run): StartRequest {
  const { script, seed, tuned, trial } = run.head;
  const file = vscode.Uri.file(script);
  return { file, seed, ...(tuned ? { tune: tuned } : {}), ...(trial ? { trial } : {}) };
}

async function choose(run: Run): Promise<TrialRecord | undefined> {
  const records = await run.trials();
  const trials = records.filter((record) => record.type === 'trial');
  if (trials.length === 0) {
    throw new Problem(`${run.head.title} has no trials: its script does not call trials(…).`);
  }
  const items = trials.map((trial) => ({
    label: `Trial ${trial.trial}`,
    description: inWords(trial),
    trial,
  }));
  const title = `Re-run a trial of ${run.head.title}`;
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.trial;
}

function inWords({ values, status, result }: TrialRecord): string {
  const given = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return `${given.join(', ')}: ${result ?? status}`;
}

function numberOf(target: unknown): number | undefined {
  if (typeof target !== 'object' || target === null || !('trial' in target)) return undefined;
  return Number(target.trial);
}
