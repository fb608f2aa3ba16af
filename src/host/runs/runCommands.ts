import path from 'node:path';
import * as vscode from 'vscode';
import type { RunCommands } from '../commands.ts';
import { viewId } from '../contributes/views.ts';
import type { Examples } from '../course/examples.ts';
import { Problem } from '../problem.ts';
import type { Galleries } from '../views/galleries.ts';
import { exportRun } from './exportRun.ts';
import type { Run } from './run.ts';
import type { Runs } from './runs.ts';
import { requireRun, runFor } from './runTarget.ts';
import { runTrial, sameAs } from './runTrial.ts';
import { compareScripts } from './show/compareScripts.ts';
import type { RunsTree } from './show/runsTree.ts';

interface Parts {
  runs: Runs;
  examples: Examples;
  galleries: Galleries;
  tree: RunsTree;
}

export function runCommands({ runs, examples, galleries, tree }: Parts): RunCommands {
  const start = async (target: unknown, debug: boolean): Promise<string> => {
    const file = await examples.scriptFor(target);
    if (!file) throw new Problem('Open a script to run it.');
    const run = await runs.start({ file, debug });
    if (!debug) await revealTraining();
    return run.runId;
  };
  return {
    runExample: (target) => start(target, false),
    debugExample: (target) => start(target, true),
    async stop(target) {
      const run = runFor(runs, target, true);
      if (run) await runs.stop(run.runId);
    },
    async stopAll() {
      await Promise.all(runs.live.map((run) => runs.stop(run.runId)));
    },
    openGallery: (target) => galleries.show(requireRun(runs, target), nameOf(target)),
    runAgain: (target) => again(runs, requireRun(runs, target)),
    runTrial: (target) => runTrial(runs, requireRun(runs, target), target),
    runWithSeed: (target) => withSeed(runs, requireRun(runs, target)),
    openRunScript: (target) => openScript(runs, requireRun(runs, target)),
    compareRunScript: (target) => compareScripts(runs, requireRun(runs, target), tree.selection),
    openRunFolder: (target) => openFolder(requireRun(runs, target).folder),
    exportRun: (target) => exportRun(requireRun(runs, target)),
    deleteRun: (target) => deleteRuns(runs, requireRun(runs, target), tree.selection),
    showOutput(target) {
      const run = requireRun(runs, target);
      if (!runs.outputs.show(run.head.script)) return openLog(run);
      return undefined;
    },
  };
}

/** Beside the script, which keeps the keyboard. */
function revealTraining(): Thenable<unknown> {
  return vscode.commands.executeCommand(`${viewId('training')}.focus`, { preserveFocus: true });
}

/** In the system's file manager, or in a window where there is none: the folder may be on another machine. */
async function openFolder(folder: vscode.Uri): Promise<void> {
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  const [name, ...options] = isHere
    ? ['revealFileInOS']
    : ['vscode.openFolder', { forceNewWindow: true }];
  await vscode.commands.executeCommand(String(name), folder, ...options);
}

/** Same script, same seed; sliders begin where the learner left them. */
async function again(runs: Runs, run: Run): Promise<string> {
  return (await runs.start(sameAs(run))).runId;
}

async function withSeed(runs: Runs, run: Run): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: `Run ${run.head.title} with seed`,
    prompt: 'The same script, seed and engine give the same numbers.',
    value: String(run.head.seed + 1),
    validateInput: (input) =>
      /^\d{1,10}$/.test(input.trim()) && Number(input) < 2 ** 32
        ? undefined
        : 'A whole number from 0 to 4294967295.',
  });
  if (text === undefined) return undefined;
  const file = vscode.Uri.file(run.head.script);
  return (await runs.start({ file, seed: Number(text) })).runId;
}

/** The copy in the run folder: what ran, whatever was edited since. */
async function openScript(runs: Runs, run: Run): Promise<void> {
  await vscode.window.showTextDocument(runs.store.scriptOf(run.head), { preview: true });
}

async function openLog(run: Run): Promise<void> {
  const log = vscode.Uri.joinPath(run.folder, 'output.log');
  await vscode.window.showTextDocument(log, { preview: true }).then(undefined, () => {
    throw new Problem(`${path.basename(run.head.script)} printed nothing.`);
  });
}

async function deleteRuns(runs: Runs, clicked: Run, selection: readonly Run[]): Promise<void> {
  const chosen = selection.includes(clicked) ? selection : [clicked];
  const ended = chosen.filter((run) => !run.isLive);
  const what = ended.length === 1 ? `the run of ${clicked.head.title}` : `${ended.length} runs`;
  const act = 'Delete';
  const answer = await vscode.window.showWarningMessage(
    `Delete ${what}?`,
    { modal: true, detail: 'Curves and samples go with it. Your script stays.' },
    act,
  );
  if (answer !== act) return;
  for (const run of ended) await runs.remove(run.runId);
}

function nameOf(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('name' in target)) return undefined;
  return String(target.name);
}
