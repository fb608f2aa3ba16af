import * as vscode from 'vscode';
import {
  type Course,
  type ExercisePlace,
  exercises as exercisePlaces,
  findExercise,
} from '../../curriculum/course.ts';
import { solvedMark } from '../../curriculum/progress.ts';
import type { ExerciseCommands } from '../commands.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { Problem } from '../problem.ts';
import type { ExerciseParts } from './exerciseParts.ts';
import { Hints } from './hints.ts';

interface Parts {
  course: Course;
  context: vscode.ExtensionContext;
  exercises: ExerciseParts;
  progress: ProgressStore;
}

export function exerciseCommands(parts: Parts): ExerciseCommands {
  const { context, exercises, progress } = parts;
  const { files } = exercises;
  const hints = new Hints(context);
  const withExercise = (act: (place: ExercisePlace) => unknown) => async (target?: unknown) => {
    const place = placeFor(parts, target) ?? (await pick(parts));
    return place && act(place);
  };
  return {
    openExercise: withExercise(async (place) =>
      vscode.window.showTextDocument(await files.copyOf(place), { preview: false }),
    ),
    checkExercise: withExercise(async (place) => (await exercises.shown()).check(place)),
    showHint: withExercise((place) => hints.show(place)),
    compareSolution: withExercise(async (place) => {
      if (!progress.marks.has(solvedMark(place))) {
        throw new Problem(
          'The solution is shown once your own passes its check. Hints help until then.',
          {
            label: 'Show Hint',
            run: () => hints.show(place),
          },
        );
      }
      const title = `${place.exercise.title}: yours ↔ a solution`;
      const mine = await files.copyOf(place);
      await vscode.commands.executeCommand('vscode.diff', mine, files.solutionOf(place), title);
    }),
    resetExercise: withExercise(async (place) => {
      await files.reset(place);
      await hints.forget(place);
    }),
  };
}

/** Given as a file (lens), a name (link), an item of the Testing view, or open in the active editor. */
function placeFor({ course, exercises }: Parts, target: unknown): ExercisePlace | undefined {
  const { files } = exercises;
  if (target instanceof vscode.Uri) return files.exerciseAt(target);
  if (typeof target === 'string') return findExercise(course, target);
  if (isItem(target)) return findExercise(course, target.id);
  const active = vscode.window.activeTextEditor?.document.uri;
  return active && files.exerciseAt(active);
}

function isItem(target: unknown): target is { id: string } {
  return (
    typeof target === 'object' && target !== null && 'id' in target && typeof target.id === 'string'
  );
}

async function pick({ course, progress }: Parts): Promise<ExercisePlace | undefined> {
  const rows = exercisePlaces(course).map((place) => ({
    label: place.exercise.title,
    description: `${place.chapter.title}${progress.marks.has(solvedMark(place)) ? ', solved' : ''}`,
    detail: place.exercise.task,
    place,
  }));
  const chosen = await vscode.window.showQuickPick(rows, { placeHolder: 'Which exercise?' });
  return chosen?.place;
}
