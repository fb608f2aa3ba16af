import path from 'node:path';
import * as vscode from 'vscode';

/** Writes what a page made where the learner chooses. @param kind for example 'PNG image' */
export async function saveFile(
  suggestedName: string,
  kind: string,
  ending: string,
  bytes: Uint8Array,
): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${path.parse(path.basename(suggestedName)).name || 'picture'}.${ending}`;
  const file = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [kind]: [ending] },
  });
  if (file) await vscode.workspace.fs.writeFile(file, bytes);
}
