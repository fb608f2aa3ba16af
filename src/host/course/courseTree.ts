import * as vscode from 'vscode';
import type { ChapterOutline } from '../../curriculum/chapter.ts';
import { type Course, examplesOf, exercises } from '../../curriculum/course.ts';
import { viewId } from '../contributes/views.ts';
import type { Examples } from './examples.ts';
import type { CourseNode } from './nodes.ts';
import type { ProgressStore } from './progressStore.ts';
import { CourseRows } from './rows.ts';

const greeting = 'New here? Begin with the first steps.';

/** The Course view: chapters, their concepts, and what each concept has. */
export class CourseTree implements vscode.TreeDataProvider<CourseNode>, vscode.Disposable {
  readonly #course: Course;
  readonly #progress: ProgressStore;
  readonly #rows: CourseRows;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<CourseNode>;
  readonly #disposables: vscode.Disposable[];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(course: Course, progress: ProgressStore, examples: Examples) {
    this.#course = course;
    this.#progress = progress;
    this.#rows = new CourseRows(course, progress, examples);
    this.#view = vscode.window.createTreeView(viewId('course'), {
      treeDataProvider: this,
      showCollapseAll: false,
    });
    this.#greet();
    this.#disposables = [
      this.#view,
      this.#changed,
      progress.onDidChange(() => this.#refresh()),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (examples.isExample(document.uri)) this.#changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  getChildren(node?: CourseNode): CourseNode[] {
    if (!node) return [{ kind: 'start' }, ...chapterNodes(this.#course), { kind: 'certificate' }];
    if (node.kind === 'chapter') return chapterParts(node.chapter);
    if (node.kind === 'concept') return conceptParts(node);
    if (node.kind === 'exercises') return exerciseNodes(node.chapter);
    return [];
  }

  #refresh(): void {
    this.#greet();
    this.#changed.fire();
  }

  #greet(): void {
    this.#view.message = this.#progress.isStarted ? undefined : greeting;
  }

  getTreeItem(node: CourseNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    return this.#rows.item(node);
  }
}

function chapterNodes(course: Course): CourseNode[] {
  return course.map((chapter) => ({ kind: 'chapter', chapter }));
}

function chapterParts(chapter: ChapterOutline): CourseNode[] {
  return [
    ...chapter.concepts.map((concept) => ({ kind: 'concept' as const, chapter, concept })),
    { kind: 'exercises', chapter },
  ];
}

function exerciseNodes(chapter: ChapterOutline): CourseNode[] {
  return exercises([chapter]).map((place) => ({ kind: 'exercise', ...place }));
}

function conceptParts(node: CourseNode & { kind: 'concept' }): CourseNode[] {
  return [
    { ...node, kind: 'step' },
    { ...node, kind: 'figure' },
    ...examplesOf(node).map((place) => ({ ...node, ...place, kind: 'example' as const })),
  ];
}
