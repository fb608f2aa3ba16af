import * as vscode from 'vscode';
import type { Course } from '../../curriculum/course.ts';
import type { ExerciseCommands } from '../commands.ts';
import type { Examples } from '../course/examples.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { ExerciseLenses } from '../lenses/exerciseLenses.ts';
import type { Runs } from '../runs/runs.ts';
import { soon } from '../soon.ts';
import { exerciseCommands } from './exerciseCommands.ts';
import { ExerciseFiles } from './exerciseFiles.ts';
import { Exercises, type ExercisesParts } from './exercises.ts';
import { Hints } from './hints.ts';

/** All that belongs to the exercises: the Testing view, the lenses, the commands. */
export class ExerciseParts implements vscode.Disposable {
  readonly commands: ExerciseCommands;
  readonly #parts: vscode.Disposable;
  readonly #given: ExercisesParts;
  #shown: Exercises | undefined;

  constructor(given: {
    course: Course;
    context: vscode.ExtensionContext;
    examples: Examples;
    progress: ProgressStore;
    runs: Runs;
  }) {
    const { course, context, examples, progress, runs } = given;
    const files = new ExerciseFiles(course, examples, context.extensionUri);
    const hints = new Hints(context);
    const exercises = () => this.#exercises;
    this.#given = { course, files, progress, runs };
    this.commands = exerciseCommands({ course, files, exercises, hints, progress });
    this.#parts = vscode.Disposable.from(
      new ExerciseLenses(files, progress),
      soon(() => this.#exercises),
    );
  }

  dispose(): void {
    this.#parts.dispose();
    this.#shown?.dispose();
  }

  /** Shown a moment after the activation, or when first asked for. */
  get #exercises(): Exercises {
    this.#shown ??= new Exercises(this.#given);
    return this.#shown;
  }
}
