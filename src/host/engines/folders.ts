import * as vscode from 'vscode';
import type { EngineFolders } from '../runs/launch/request.ts';

/** Where runners find, and keep, what concerns engines on this computer. */
export function engineFolders({
  globalStorageUri,
}: Pick<vscode.ExtensionContext, 'globalStorageUri'>): () => Promise<EngineFolders> {
  return async () => ({ state: vscode.Uri.joinPath(globalStorageUri, 'engines').fsPath });
}
