import * as vscode from 'vscode';
import type { Verdict } from './attempt.ts';

/** Started from the Testing view, an exercise may not be open yet. The focus stays where it is. */
export async function showFile(file: vscode.Uri): Promise<void> {
  if (editorsOf(file).length > 0) return;
  await vscode.window.showTextDocument(file, { preview: false, preserveFocus: true });
}

/** Brings the line of the first finding into sight: VS Code writes the message there. */
export function showLine(verdict: Verdict): void {
  if (verdict.kind !== 'failed' && verdict.kind !== 'broken') return;
  const place = verdict.messages[0]?.location;
  if (!place) return;
  for (const editor of editorsOf(place.uri)) {
    editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function editorsOf(file: vscode.Uri): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(
    ({ document }) => document.uri.toString() === file.toString(),
  );
}
