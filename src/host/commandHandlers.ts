/** What the commands do: loaded when the first one is given. */
import type * as vscode from 'vscode';
import type { Course } from '../curriculum/course.ts';
import type { CommandHandlers } from './commands.ts';
import { courseCommands } from './course/courseCommands.ts';
import type { Examples } from './course/examples.ts';
import type { ProgressStore } from './course/progressStore.ts';
import { engineCommands } from './engines/engineCommands.ts';
import type { NativeEngine } from './engines/nativeEngine.ts';
import { exerciseCommands } from './exercises/exerciseCommands.ts';
import type { ExerciseParts } from './exercises/exerciseParts.ts';
import { runCommands } from './runs/runCommands.ts';
import type { Runs } from './runs/runs.ts';
import type { Views } from './views/views.ts';

interface Parts {
  course: Course;
  context: vscode.ExtensionContext;
  progress: ProgressStore;
  examples: Examples;
  runs: Runs;
  native: NativeEngine;
  exercises: ExerciseParts;
  views: Views;
}

export function commandHandlers(parts: Parts): CommandHandlers {
  const { course, context, progress, examples, runs, native, exercises, views } = parts;
  const { panels, galleries, certificate, tree } = views;
  const { extension } = context;
  return {
    ...courseCommands({ course, progress, examples, panels, certificate, extension }),
    ...runCommands({ runs, examples, galleries, tree }),
    ...engineCommands(native, runs),
    ...exerciseCommands({ course, context, exercises, progress }),
  };
}
