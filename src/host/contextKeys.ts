import * as vscode from 'vscode';
import type { ContextKeys, DoneKey } from './contributes/contextKeys.ts';

/** What VS Code knows; a key that was never set counts as false there. */
const known = new Map<string, string>();

/** Tells VS Code, where that is news to it. */
export function setContext<Key extends keyof ContextKeys>(
  key: Key,
  value: ContextKeys[Key],
): Promise<void>;
export function setContext(key: DoneKey, value: boolean): Promise<void>;
export async function setContext(key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  if (text === (known.get(key) ?? 'false')) return;
  known.set(key, text);
  await vscode.commands.executeCommand('setContext', key, value);
}

/** A file as `resourcePath` names it: a path of this system, or the URI's own on another one. */
export function resourcePaths(uris: Iterable<vscode.Uri>): string[] {
  return [...new Set([...uris].flatMap((uri) => [uri.fsPath, uri.path]))];
}
