import * as vscode from 'vscode';
import type { EngineFolders } from '../runs/launch/request.ts';
import type { NativeEngine } from './nativeEngine.ts';

/** Where runners find, and keep, what concerns engines on this computer. */
export function engineFolders(
  { globalStorageUri }: Pick<vscode.ExtensionContext, 'globalStorageUri'>,
  native: NativeEngine,
): () => Promise<EngineFolders> {
  const state = vscode.Uri.joinPath(globalStorageUri, 'engines').fsPath;
  return async () => {
    const folder = await native.folder();
    return folder === undefined ? { state } : { native: folder, state };
  };
}
