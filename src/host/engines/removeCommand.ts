import * as vscode from 'vscode';
import { Problem } from '../problem.ts';
import type { Runs } from '../runs/runs.ts';
import { isInstallError } from './install/installError.ts';
import { remove } from './install/remove.ts';
import { requirePlatform } from './installCommand.ts';
import type { NativeEngine } from './nativeEngine.ts';

/** Asks, and removes the installed engine with what is left of a download. */
export async function removeNativeEngine(engine: NativeEngine, runs: Runs): Promise<void> {
  const platform = requirePlatform(engine);
  requireUnused(runs);
  if (!(await isWanted())) return;
  requireUnused(runs);
  try {
    await remove(engine.storage, platform);
  } catch (error) {
    throw isInstallError(error) ? new Problem(error.message) : error;
  } finally {
    engine.changed();
  }
}

/** Runs of other windows count as well. */
function requireUnused(runs: Runs): void {
  const user = runs.all.find(
    ({ isLive, head }) => isLive && (head.status === 'starting' || head.engine?.name === 'native'),
  );
  if (!user) return;
  throw new Problem(
    `“${user.head.title}” runs with the native engine, so it was not removed. Stop that run first.`,
  );
}

async function isWanted(): Promise<boolean> {
  const yes = 'Remove';
  const detail =
    'Its files are deleted, and what is left of a download. Scripts run with the portable engine then.';
  const options = { modal: true, detail };
  return (
    (await vscode.window.showWarningMessage('Remove the native engine?', options, yes)) === yes
  );
}
