import * as vscode from 'vscode';
import { outline as course } from '../walkthroughs/outline.ts';
import { registerCommands } from './host/commands.ts';
import { Examples } from './host/course/examples.ts';
import { OpenScripts } from './host/course/openScripts.ts';
import { ProgressStore } from './host/course/progressStore.ts';
import { engineFolders } from './host/engines/folders.ts';
import { EngineMeasurement } from './host/engines/measurement.ts';
import { NativeEngine } from './host/engines/nativeEngine.ts';
import { ExerciseParts } from './host/exercises/exerciseParts.ts';
import { ScriptLenses } from './host/lenses/scriptLenses.ts';
import { showProblem } from './host/problem.ts';
import { markWhatRan } from './host/runs/ranMarks.ts';
import { Runs } from './host/runs/runs.ts';
import { ErrorMarks } from './host/runs/show/errorMarks.ts';
import { RunContext } from './host/runs/show/runContext.ts';
import { RunStatusBar } from './host/runs/show/statusBar.ts';
import { Views } from './host/views/views.ts';

export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, globalStorageUri } = context;
  const own = <Part extends vscode.Disposable>(part: Part): Part => {
    context.subscriptions.push(part);
    return part;
  };

  const progress = own(new ProgressStore(course, context));
  const examples = new Examples(course, context);
  const native = own(new NativeEngine(context));
  const engines = engineFolders(context, native);
  const runs = own(
    new Runs({
      storage: vscode.Uri.joinPath(globalStorageUri, 'runs'),
      runnerPath: vscode.Uri.joinPath(extensionUri, 'dist/runner/main.mjs').fsPath,
      exampleAt: (file) => examples.exampleAt(file),
      engines,
    }),
  );
  own(new EngineMeasurement(context, runs, engines, native));
  const views = own(new Views(context, { course, examples, progress, runs, native }));
  const exercises = own(new ExerciseParts({ course, context, examples, progress, runs }));
  own(new ScriptLenses(examples, runs));
  for (const Part of [RunContext, RunStatusBar, ErrorMarks]) own(new Part(runs));
  own(new OpenScripts(examples));
  own(markWhatRan(runs, progress));
  own(
    registerCommands(async () => {
      const { commandHandlers } = await import('./host/commandHandlers.ts');
      const parts = { course, context, progress, examples, runs, native, exercises, views };
      return commandHandlers(parts);
    }),
  );

  Promise.all([runs.load(), examples.refresh()]).catch(showProblem);
}
