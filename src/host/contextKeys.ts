import * as vscode from 'vscode';
import type { ContextKeys, DoneKey } from './contributes/contextKeys.ts';

export function setContext<Key extends keyof ContextKeys>(
  key: Key,
  value: ContextKeys[Key],
): Thenable<unknown>;
export function setContext(key: DoneKey, value: boolean): Thenable<unknown>;
export function setContext(key: string, value: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}

/** A file as `resourcePath` names it: a path of this system, or the URI's own on another one. */
export function resourcePaths(uris: Iterable<vscode.Uri>): string[] {
  return [...new Set([...uris].flatMap((uri) => [uri.fsPath, uri.path]))];
}
