import path from 'node:path';
import * as vscode from 'vscode';
import { type Course, type ExercisePlace, exercises } from '../../curriculum/course.ts';
import { checkFile, exerciseFile, solutionFile } from '../../curriculum/exercise.ts';
import { type Examples, isEdited } from '../course/examples.ts';
import { replaceText } from '../course/replaceText.ts';

/** The learner's copies of the exercises, and what was shipped beside them. */
export class ExerciseFiles {
  readonly #course: Course;
  readonly #examples: Examples;
  readonly #shipped: vscode.Uri;

  constructor(course: Course, examples: Examples, extensionUri: vscode.Uri) {
    this.#course = course;
    this.#examples = examples;
    this.#shipped = vscode.Uri.joinPath(extensionUri, 'dist/course');
  }

  /** The exercise that a file is the learner's copy of. */
  exerciseAt(uri: vscode.Uri): ExercisePlace | undefined {
    if (uri.scheme !== 'file') return undefined;
    return exercises(this.#course).find((place) => this.uriOf(place).fsPath === uri.fsPath);
  }

  /** Where the learner's copy is, or will be. */
  uriOf({ chapter, exercise }: ExercisePlace): vscode.Uri {
    const { fsPath } = this.#examples.folder;
    return vscode.Uri.file(
      path.join(fsPath, chapter.folder, ...exerciseFile(exercise.id).split('/')),
    );
  }

  /** The learner's copy; made when it is not there. */
  copyOf({ chapter, exercise }: ExercisePlace): Promise<vscode.Uri> {
    return this.#examples.copyFile(chapter.folder, exerciseFile(exercise.id));
  }

  checkOf({ chapter, exercise }: ExercisePlace): vscode.Uri {
    return vscode.Uri.joinPath(this.#shipped, chapter.folder, checkFile(exercise.id));
  }

  /** Shown read-only: it is the extension's own file. */
  solutionOf({ chapter, exercise }: ExercisePlace): vscode.Uri {
    return vscode.Uri.joinPath(this.#shipped, chapter.folder, solutionFile(exercise.id));
  }

  async differsFromStart(document: vscode.TextDocument): Promise<boolean> {
    const place = this.exerciseAt(document.uri);
    return place !== undefined && isEdited(document, await this.#startOf(place));
  }

  /** Undo brings the learner's text back. */
  async reset(place: ExercisePlace): Promise<void> {
    const document = await vscode.workspace.openTextDocument(await this.copyOf(place));
    const start = await this.#startOf(place);
    if (start !== undefined) await replaceText(document, start);
  }

  #startOf({ chapter, exercise }: ExercisePlace): Promise<string | undefined> {
    return this.#examples.shippedFile(chapter.folder, exerciseFile(exercise.id));
  }
}
