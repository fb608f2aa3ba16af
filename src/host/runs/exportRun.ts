import path from 'node:path';
import * as vscode from 'vscode';
import { fromWord } from '../../protocol/numberWord.ts';
import type { MetricsRecord } from '../../protocol/record.ts';
import { Problem } from '../problem.ts';
import type { Run } from './run.ts';
import { readRecords } from './store/records.ts';

/** The metrics as a table for a spreadsheet, or the whole run folder. */
export async function exportRun(run: Run): Promise<void> {
  const table = { label: 'Metrics as CSV', detail: 'One row a step, one column a metric.' };
  const folder = {
    label: 'The whole run',
    detail: 'A copy of its folder: records, samples, script.',
  };
  const chosen = await vscode.window.showQuickPick([table, folder], {
    title: `Export ${run.head.title}`,
  });
  if (chosen === table) await exportTable(run);
  if (chosen === folder) await exportFolder(run);
}

async function exportTable(run: Run): Promise<void> {
  const name = `${path.parse(run.head.script).name}-${run.runId}.csv`;
  const home = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    ...(home ? { defaultUri: vscode.Uri.joinPath(home, name) } : {}),
    filters: { CSV: ['csv'] },
  });
  if (!file) return;
  const text = await toCsv(path.join(run.folder.fsPath, 'events.jsonl'));
  await vscode.workspace.fs.writeFile(file, Buffer.from(text));
}

/** Every step that was logged, none left out. */
export async function toCsv(eventsFile: string): Promise<string> {
  const rows: MetricsRecord[] = [];
  for await (const records of readRecords(eventsFile)) {
    rows.push(...records.filter((record) => record.type === 'metrics'));
  }
  if (rows.length === 0) throw new Problem('This run logged no metrics.');
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.values)))];
  const cell = ({ values }: MetricsRecord, name: string) => {
    const word = values[name];
    return word === undefined ? '' : String(fromWord(word));
  };
  const lines = rows.map((row) => [row.step, ...names.map((name) => cell(row, name))].join(','));
  return `${[['step', ...names].map(quoted).join(','), ...lines].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function exportFolder(run: Run): Promise<void> {
  const [target] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: 'Export here',
    })) ?? [];
  if (!target) return;
  const name = `${path.parse(run.head.script).name}-${run.runId}`;
  await vscode.workspace.fs.copy(run.folder, vscode.Uri.joinPath(target, name));
}
