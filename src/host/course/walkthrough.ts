import * as vscode from 'vscode';

/** Opens one of our walkthroughs, at a step of it where one is named. */
export function openWalkthrough(
  extensionId: string,
  walkthrough: string,
  step?: string,
): Thenable<unknown> {
  const category = `${extensionId}#${walkthrough}`;
  return vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    step ? { category, step } : { category },
    false,
  );
}
