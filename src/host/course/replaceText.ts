import * as vscode from 'vscode';

/** As an edit of the document, so that Undo brings the learner's text back; and saves it. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = document.validateRange(new vscode.Range(0, 0, Infinity, 0));
  edit.replace(document.uri, all, text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
