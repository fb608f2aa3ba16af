import * as vscode from 'vscode';
import { Problem } from './problem.ts';

const reason =
  'Running is off in Restricted Mode: an example is a program that runs with your rights. Trust this folder to run it; reading and figures work without.';

/** Why nothing can be run here; undefined where it can. */
export function blockedReason(): string | undefined {
  return vscode.workspace.isTrusted ? undefined : reason;
}

export function requireTrust(): void {
  if (vscode.workspace.isTrusted) return;
  throw new Problem(reason, {
    label: 'Manage Workspace Trust',
    run: () => vscode.commands.executeCommand('workbench.trust.manage'),
  });
}
