import * as vscode from 'vscode';
import { solvedMark } from '../../curriculum/progress.ts';
import { command } from '../commands.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import type { ExerciseFiles } from '../exercises/exerciseFiles.ts';
import { onDidChangeSetting, setting } from '../settings.ts';
import { firstCodeLine } from './firstCode.ts';

/** Check, Hint, Solution and Reset above an exercise, beside Run and Debug. */
export class ExerciseLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #files: ExerciseFiles;
  readonly #progress: ProgressStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(files: ExerciseFiles, progress: ProgressStore) {
    this.#files = files;
    this.#progress = progress;
    const refresh = () => this.#changed.fire();
    this.#disposables = [
      this.#changed,
      vscode.languages.registerCodeLensProvider({ language: 'typescript', scheme: 'file' }, this),
      progress.onDidChange(refresh),
      onDidChangeSetting('codeLens', refresh),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const place = setting('codeLens') ? this.#files.exerciseAt(document.uri) : undefined;
    if (!place) return [];
    const line = firstCodeLine(document.getText());
    const range = new vscode.Range(line, 0, line, 0);
    const isSolved = this.#progress.marks.has(solvedMark(place));
    const isEdited = await this.#files.differsFromStart(document);
    return [
      command('checkExercise', isSolved ? '✓ Check' : 'Check', document.uri),
      command('showHint', 'Hint', document.uri),
      ...(isSolved ? [command('compareSolution', 'Solution', document.uri)] : []),
      ...(isEdited ? [command('resetExercise', 'Reset', document.uri)] : []),
    ].map((each) => new vscode.CodeLens(range, each));
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }
}
