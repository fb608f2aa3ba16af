import * as vscode from 'vscode';
import type { ChapterOutline } from '../../curriculum/chapter.ts';
import {
  type ConceptPlace,
  type Course,
  concepts,
  type ExamplePlace,
  exampleName,
  examples,
} from '../../curriculum/course.ts';
import { countDone, isDone, type Mark, ranMark } from '../../curriculum/progress.ts';

/** Questions asked when a command is called from the palette. */
export async function pickChapter(
  course: Course,
  marks: ReadonlySet<Mark>,
): Promise<ChapterOutline | undefined> {
  return pick('Open a chapter', course, (chapter) => ({
    label: `${chapter.number} ${chapter.title}`,
    description: `${countDone(chapter, marks)} of ${chapter.concepts.length} done`,
    detail: chapter.description,
  }));
}

export async function pickConcept(
  course: Course,
  marks: ReadonlySet<Mark>,
): Promise<ConceptPlace | undefined> {
  return pick('Explain a concept', concepts(course), (place) => ({
    label: place.concept.title,
    description: `${place.chapter.title}${isDone(place, marks) ? ' · done' : ''}`,
  }));
}

export async function pickExample(
  course: Course,
  marks: ReadonlySet<Mark>,
): Promise<ExamplePlace | undefined> {
  return pick('Open an example', examples(course), (place) => ({
    label: place.example.file,
    description: `${place.chapter.title}${marks.has(ranMark(exampleName(place))) ? ' · ran' : ''}`,
  }));
}

async function pick<T>(
  placeHolder: string,
  values: readonly T[],
  show: (value: T) => vscode.QuickPickItem,
): Promise<T | undefined> {
  const items = values.map((value) => ({ ...show(value), value }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
  });
  return chosen?.value;
}
