import * as vscode from 'vscode';
import type { Run } from '../run.ts';
import type { Runs } from '../runs.ts';

/** What was edited: between the two runs selected, else between the run and the script as it is now. */
export async function compareScripts(
  runs: Runs,
  clicked: Run,
  selection: readonly Run[],
): Promise<void> {
  const other = selection.includes(clicked) ? selection.find((run) => run !== clicked) : undefined;
  if (selection.length !== 2 || !other) {
    const now = vscode.Uri.file(clicked.head.script);
    return diff(copyOf(runs, clicked), now, `${name(clicked)} ↔ now`);
  }
  const [older, newer] = [clicked, other].sort((a, b) => a.head.startedAt - b.head.startedAt);
  if (!older || !newer) return;
  await diff(copyOf(runs, older), copyOf(runs, newer), `${name(older)} ↔ ${name(newer)}`);
}

async function diff(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

function copyOf(runs: Runs, run: Run): vscode.Uri {
  return runs.store.scriptOf(run.head);
}

function name({ head: { title, startedAt } }: Run): string {
  return `${title} (${new Date(startedAt).toLocaleTimeString()})`;
}
