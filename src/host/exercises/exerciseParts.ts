import * as vscode from 'vscode';
import type { Course } from '../../curriculum/course.ts';
import type { Examples } from '../course/examples.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { ExerciseLenses } from '../lenses/exerciseLenses.ts';
import { showProblem } from '../problem.ts';
import type { Runs } from '../runs/runs.ts';
import { soon } from '../soon.ts';
import { ExerciseFiles } from './exerciseFiles.ts';
import type { Exercises, ExercisesParts } from './exercises.ts';

/** All that belongs to the exercises: the Testing view, the lenses, the learner's files. */
export class ExerciseParts implements vscode.Disposable {
  readonly files: ExerciseFiles;
  readonly #parts: vscode.Disposable;
  readonly #given: ExercisesParts;
  #shown: Promise<Exercises> | undefined;

  constructor(given: {
    course: Course;
    context: vscode.ExtensionContext;
    examples: Examples;
    progress: ProgressStore;
    runs: Runs;
  }) {
    const { course, context, examples, progress, runs } = given;
    this.files = new ExerciseFiles(course, examples, context.extensionUri);
    this.#given = { course, files: this.files, progress, runs };
    this.#parts = vscode.Disposable.from(
      new ExerciseLenses(this.files, progress),
      soon(() => void this.shown().catch(showProblem)),
    );
  }

  dispose(): void {
    this.#parts.dispose();
    void this.#shown?.then((exercises) => exercises.dispose());
  }

  /** The Testing view's part: a moment after the activation, or when first asked for. */
  shown(): Promise<Exercises> {
    this.#shown ??= this.#show();
    return this.#shown;
  }

  async #show(): Promise<Exercises> {
    const { Exercises } = await import('./exercises.ts');
    return new Exercises(this.#given);
  }
}
