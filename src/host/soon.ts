import type * as vscode from 'vscode';

/** Does what nobody waits for once the activation has ended, so that the views come first. */
export function soon(work: () => void): vscode.Disposable {
  const waiting = setImmediate(work);
  return { dispose: () => clearImmediate(waiting) };
}
