import * as vscode from 'vscode';
import {
  type ConceptPlace,
  type Course,
  conceptOf,
  exampleName,
  findChapter,
  findConcept,
} from '../../curriculum/course.ts';
import { copiedMark } from '../../curriculum/progress.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { CourseCommands } from '../commands.ts';
import { viewId } from '../contributes/views.ts';
import type { ChapterPanels } from '../views/panel.ts';
import type { Examples } from './examples.ts';
import { isLessonNode } from './nodes.ts';
import { pickChapter, pickConcept, pickExample } from './pick.ts';
import type { ProgressStore } from './progressStore.ts';
import { openWalkthrough } from './walkthrough.ts';

interface Parts {
  course: Course;
  progress: ProgressStore;
  examples: Examples;
  panels: ChapterPanels;
  certificate: Certificate;
  extension: vscode.Extension<unknown>;
}

export function courseCommands(parts: Parts): CourseCommands {
  const { course, progress, examples, panels, certificate, extension } = parts;
  return {
    openCourse: () => focus('course'),
    openStart: () => openWalkthrough(extension, 'start'),
    async openChapter(target) {
      const chapter = chapterFor(course, target) ?? (await pickChapter(course, progress.marks));
      if (!chapter) return;
      // The chapter's walkthrough exists for VS Code only while the learner is in that chapter.
      await progress.enterChapter(chapter.id);
      const step = isLessonNode(target) && target.kind === 'step' ? target.concept.id : undefined;
      await openWalkthrough(extension, chapter.id, step);
    },
    async openExample(target) {
      const place = examples.placeFor(target) ?? (await pickExample(course, progress.marks));
      if (!place) return;
      await examples.open(place);
      await progress.add(copiedMark(exampleName(place)));
    },
    async explain(target) {
      const place = conceptFor(parts, target) ?? (await pickConcept(course, progress.marks));
      if (place) panels.show(place);
    },
    async resetExample(target) {
      const uri = await examples.scriptFor(target);
      if (uri) await examples.reset(await vscode.workspace.openTextDocument(uri));
    },
    async compareExample(target) {
      const uri = await examples.scriptFor(target);
      if (uri) await examples.compare(uri);
    },
    showTraining: () => focus('training'),
    showSamples: () => focus('samples'),
    showCertificate: () => certificate.show(),
    resetProgress: () => resetProgress(progress, panels),
    openCourseFolder: () => vscode.commands.executeCommand('revealFileInOS', examples.folder),
    openSettings: () =>
      vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`),
  };
}

function focus(view: 'course' | 'training' | 'samples'): Thenable<unknown> {
  return vscode.commands.executeCommand(`${viewId(view)}.focus`);
}

function chapterFor(course: Course, target: unknown) {
  if (typeof target === 'string') return findChapter(course, target);
  return isLessonNode(target) ? target.chapter : undefined;
}

/** Of a concept's name, a row, a file, or the example in the active editor. */
function conceptFor({ course, examples }: Parts, target: unknown): ConceptPlace | undefined {
  if (typeof target === 'string' && findConcept(course, target)) return findConcept(course, target);
  if (isLessonNode(target) && target.kind !== 'example') return firstConcept(target);
  const active = vscode.window.activeTextEditor?.document.uri;
  const place = examples.placeFor(target ?? active);
  return place && conceptOf(place);
}

function firstConcept(node: { chapter: Course[number]; concept?: ConceptPlace['concept'] }) {
  const concept = node.concept ?? node.chapter.concepts[0];
  return concept && { chapter: node.chapter, concept };
}

async function resetProgress(progress: ProgressStore, panels: ChapterPanels): Promise<void> {
  const reset = 'Reset Progress';
  const answer = await vscode.window.showWarningMessage(
    'Forget what you have done in this course?',
    {
      modal: true,
      detail: 'Marks and quiz answers are cleared. Your copies of the examples and your runs stay.',
    },
    reset,
  );
  if (answer !== reset) return;
  await progress.reset();
  await panels.reset();
}
