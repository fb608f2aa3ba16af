import * as vscode from 'vscode';
import { course } from '../walkthroughs/course.ts';
import { type RunCommands, registerCommands } from './host/commands.ts';
import { courseCommands } from './host/course/courseCommands.ts';
import { CourseTree } from './host/course/courseTree.ts';
import { Examples } from './host/course/examples.ts';
import { OpenScripts } from './host/course/openScripts.ts';
import { ProgressStore } from './host/course/progressStore.ts';
import { showProblem } from './host/problem.ts';
import type { ChapterRuns } from './host/views/chapterPanel.ts';
import { ChapterPanels } from './host/views/panel.ts';

export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };

  const progress = own(new ProgressStore(course, context));
  const examples = own(new Examples(course, context));
  own(new CourseTree(course, progress, examples));
  own(new OpenScripts(examples));

  const panels = own(new ChapterPanels(course, context, progress, noRuns));

  own(
    registerCommands({
      ...courseCommands({ course, progress, examples, panels, extension: context.extension }),
      ...noRunCommands,
    }),
  );

  examples.refresh().catch(showProblem);
}

// The runs plug in here.
const noRuns: ChapterRuns = {
  onDidChange: () => ({ dispose() {} }),
  all: [],
  explore: () => Promise.reject(new Error('There are no runs yet.')),
};

const later = () => {
  void vscode.window.showInformationMessage('Running comes with the next build.');
};

const noRunCommands: RunCommands = {
  runExample: later,
  debugExample: later,
  stop: later,
  stopAll: later,
  openGallery: later,
  runAgain: later,
  runWithSeed: later,
  openRunScript: later,
  openRunFolder: later,
  exportRun: later,
  deleteRun: later,
  showOutput: later,
};
