import * as vscode from 'vscode';
import type { Course } from '../../curriculum/course.ts';
import { Certificate } from '../certificate/certificate.ts';
import { CourseTree } from '../course/courseTree.ts';
import type { Examples } from '../course/examples.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import type { NativeEngine } from '../engines/nativeEngine.ts';
import type { Runs } from '../runs/runs.ts';
import { RunsTree } from '../runs/show/runsTree.ts';
import { Galleries } from './galleries.ts';
import { ChapterPanels } from './panel.ts';
import { SamplesView } from './samples.ts';
import { TrainingView } from './training.ts';

interface Parts {
  course: Course;
  examples: Examples;
  progress: ProgressStore;
  runs: Runs;
  native: NativeEngine;
}

/** The four views of the sidebar, the chapters' panels, the runs' galleries and the certificate. */
export class Views implements vscode.Disposable {
  readonly tree: RunsTree;
  readonly panels: ChapterPanels;
  readonly galleries: Galleries;
  readonly certificate: Certificate;
  readonly #all: vscode.Disposable;

  constructor(context: vscode.ExtensionContext, parts: Parts) {
    const { course, examples, progress, runs, native } = parts;
    this.tree = new RunsTree(runs);
    this.panels = new ChapterPanels(course, context, progress, runs);
    this.galleries = new Galleries(context, runs);
    this.certificate = new Certificate({ course, context, progress, runs });
    this.#all = vscode.Disposable.from(
      new CourseTree(course, progress, examples),
      new TrainingView(context, runs, native),
      new SamplesView(context, runs),
      this.tree,
      this.panels,
      this.galleries,
      this.certificate,
    );
  }

  dispose(): void {
    this.#all.dispose();
  }
}
