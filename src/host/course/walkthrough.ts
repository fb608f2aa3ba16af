import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Milliseconds in which VS Code gets to know the walkthroughs of extensions. */
const pause = 200;

let known = false;

/** Opens one of our walkthroughs, at a step of it where one is named. */
export async function openWalkthrough(
  extension: vscode.Extension<unknown>,
  walkthrough: string,
  step?: string,
): Promise<void> {
  const category = `${extension.id}#${walkthrough}`;
  const open = () =>
    vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      step ? { category, step } : { category },
      false,
    );
  await open();
  if (known) return;
  known = true;
  await sleep(pause);
  if (await closeStranger(titleOf(extension, walkthrough))) await open();
}

/**
 * VS Code registers walkthroughs when its Welcome page first opens, and shows one of its own in the place of
 * one that it does not know yet.
 */
async function closeStranger(title: string): Promise<boolean> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  // A walkthrough is of no kind that the API has a class for.
  if (!tab || tab.input !== undefined || tab.label.includes(title)) return false;
  return vscode.window.tabGroups.close(tab);
}

interface Manifest {
  contributes: { walkthroughs: { id: string; title: string }[] };
}

function titleOf(extension: vscode.Extension<unknown>, walkthrough: string): string {
  const { contributes }: Manifest = extension.packageJSON;
  return contributes.walkthroughs.find(({ id }) => id === walkthrough)?.title ?? '';
}
