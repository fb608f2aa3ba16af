import * as vscode from 'vscode';
import type { Course } from '../../curriculum/course.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import type { NativeEngine } from '../engines/nativeEngine.ts';
import type { Runs } from '../runs/runs.ts';
import { Galleries } from './galleries.ts';
import { ChapterPanels } from './panel.ts';
import { SamplesView } from './samples.ts';
import { TrainingView } from './training.ts';

interface Parts {
  course: Course;
  progress: ProgressStore;
  runs: Runs;
  native: NativeEngine;
}

/** All webviews: Training and Samples in the sidebar, the chapters' panels and the runs' galleries. */
export class Views implements vscode.Disposable {
  readonly panels: ChapterPanels;
  readonly galleries: Galleries;
  readonly #all: vscode.Disposable;

  constructor(context: vscode.ExtensionContext, { course, progress, runs, native }: Parts) {
    this.panels = new ChapterPanels(course, context, progress, runs);
    this.galleries = new Galleries(context, runs);
    const sidebar = [new TrainingView(context, runs, native), new SamplesView(context, runs)];
    this.#all = vscode.Disposable.from(...sidebar, this.panels, this.galleries);
  }

  dispose(): void {
    this.#all.dispose();
  }
}
