import * as vscode from 'vscode';
import type { Course } from '../../curriculum/course.ts';
import type { ExerciseCommands } from '../commands.ts';
import type { Examples } from '../course/examples.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { ExerciseLenses } from '../lenses/exerciseLenses.ts';
import type { Runs } from '../runs/runs.ts';
import { exerciseCommands } from './exerciseCommands.ts';
import { ExerciseFiles } from './exerciseFiles.ts';
import { Exercises } from './exercises.ts';
import { Hints } from './hints.ts';

/** All that belongs to the exercises: the Testing view, the lenses, the commands. */
export class ExerciseParts implements vscode.Disposable {
  readonly commands: ExerciseCommands;
  readonly #parts: vscode.Disposable;

  constructor(given: {
    course: Course;
    context: vscode.ExtensionContext;
    examples: Examples;
    progress: ProgressStore;
    runs: Runs;
  }) {
    const { course, context, examples, progress, runs } = given;
    const files = new ExerciseFiles(course, examples, context.extensionUri);
    const exercises = new Exercises({ course, files, progress, runs });
    const hints = new Hints(context);
    this.commands = exerciseCommands({ course, files, exercises, hints, progress });
    this.#parts = vscode.Disposable.from(exercises, new ExerciseLenses(files, progress));
  }

  dispose(): void {
    this.#parts.dispose();
  }
}
