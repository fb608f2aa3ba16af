import * as vscode from 'vscode';
import {
  type Course,
  conceptName,
  concepts,
  type ExercisePlace,
  exampleName,
  exerciseName,
  exercises,
} from '../../curriculum/course.ts';
import { readHeader, type ScriptHeader } from '../../curriculum/header.ts';
import {
  countDone,
  isDone,
  isStarted,
  type Mark,
  openedMark,
  ranMark,
  solvedMark,
} from '../../curriculum/progress.ts';
import { command } from '../commands.ts';
import type { Examples } from './examples.ts';
import type { CourseNode } from './nodes.ts';
import type { ProgressStore } from './progressStore.ts';

type Node<Kind extends CourseNode['kind']> = CourseNode & { kind: Kind };

const done = new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
const begun = new vscode.ThemeIcon('record');
const open = new vscode.ThemeIcon('circle-large-outline');
const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How each row of the Course view looks and what a click on it does. */
export class CourseRows {
  readonly #course: Course;
  readonly #progress: ProgressStore;
  readonly #examples: Examples;

  constructor(course: Course, progress: ProgressStore, examples: Examples) {
    this.#course = course;
    this.#progress = progress;
    this.#examples = examples;
  }

  item(node: CourseNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    switch (node.kind) {
      case 'start':
        return this.#start();
      case 'chapter':
        return this.#chapter(node);
      case 'concept':
        return this.#concept(node);
      case 'step':
        return this.#step(node);
      case 'figure':
        return this.#figure(node);
      case 'example':
        return this.#example(node);
      case 'exercises':
        return this.#exercises(node);
      case 'exercise':
        return this.#exercise(node);
      case 'certificate':
        return this.#certificate();
    }
  }

  #start(): vscode.TreeItem {
    const item = new vscode.TreeItem('First steps', None);
    item.id = 'start';
    item.iconPath = new vscode.ThemeIcon('rocket');
    item.tooltip = 'A short tour: open an example, run it, watch it learn';
    item.contextValue = 'start';
    item.command = command('openStart', 'Open First Steps');
    return item;
  }

  #chapter({ chapter }: Node<'chapter'>): vscode.TreeItem {
    const finished = countDone(chapter, this.#progress.marks);
    // Where the learner is; all chapters open at once would not fit.
    const isCurrent = chapter.id === this.#progress.chapterId;
    const label = `${chapter.number} ${chapter.title}`;
    const item = new vscode.TreeItem(label, isCurrent ? Expanded : Collapsed);
    item.id = chapter.id;
    item.description = `${finished} of ${chapter.concepts.length} done`;
    item.iconPath = finished === chapter.concepts.length ? done : new vscode.ThemeIcon('book');
    item.tooltip = chapter.description;
    item.contextValue = 'chapter';
    item.command = command('openChapter', 'Open Chapter', chapter.id);
    return item;
  }

  #concept(node: Node<'concept'>): vscode.TreeItem {
    const { marks } = this.#progress;
    const state = isDone(node, marks) ? 'done' : isStarted(node, marks) ? 'started' : 'not started';
    const item = new vscode.TreeItem(node.concept.title, Collapsed);
    item.id = conceptName(node);
    item.iconPath = { done, started: begun, 'not started': open }[state];
    item.tooltip = `${node.concept.title}: ${state}`;
    item.accessibilityInformation = { label: `${node.concept.title}, ${state}` };
    item.contextValue = 'concept';
    item.command = command('explain', 'Explain Concept', conceptName(node));
    return item;
  }

  #step(node: Node<'step'>): vscode.TreeItem {
    const item = new vscode.TreeItem('In short', None);
    item.id = `${conceptName(node)}/step`;
    item.iconPath = new vscode.ThemeIcon('note');
    item.tooltip = 'Opens this step of the walkthrough';
    item.contextValue = 'step';
    item.command = command('openChapter', 'Open Step', node);
    return item;
  }

  #figure(node: Node<'figure'>): vscode.TreeItem {
    const item = new vscode.TreeItem('Figure and quiz', None);
    item.id = `${conceptName(node)}/figure`;
    item.iconPath = this.#progress.marks.has(openedMark(node))
      ? new vscode.ThemeIcon('check')
      : new vscode.ThemeIcon('beaker');
    item.tooltip = node.concept.step.button.label;
    item.contextValue = 'figure';
    item.command = command('explain', 'Open Figure', conceptName(node));
    return item;
  }

  async #example(node: Node<'example'>): Promise<vscode.TreeItem> {
    const name = exampleName(node);
    const item = new vscode.TreeItem(node.example.file, None);
    const edited = await this.#examples.isEdited(node);
    item.id = `${conceptName(node)}/${name}`;
    item.iconPath = this.#progress.marks.has(ranMark(name))
      ? new vscode.ThemeIcon('check')
      : new vscode.ThemeIcon('file-code');
    item.description = edited ? 'edited' : undefined;
    item.tooltip = tooltip(readHeader((await this.#examples.shippedText(node)) ?? ''));
    item.contextValue = edited ? 'example.edited' : 'example';
    item.command = command('openExample', 'Open Example', name);
    return item;
  }

  #exercises({ chapter }: Node<'exercises'>): vscode.TreeItem {
    const all = exercises([chapter]);
    const solved = all.filter(isSolvedBy(this.#progress.marks)).length;
    const item = new vscode.TreeItem('Exercises', Collapsed);
    item.id = `${chapter.id}/exercises`;
    item.description = `${solved} of ${all.length} solved`;
    item.iconPath = solved === all.length ? done : solved > 0 ? begun : open;
    item.tooltip = 'Short scripts to mend, each with a check; they are in the Testing view too';
    item.contextValue = 'exercises';
    return item;
  }

  #exercise(node: Node<'exercise'>): vscode.TreeItem {
    const item = new vscode.TreeItem(node.exercise.title, None);
    item.id = `${node.chapter.id}/exercises/${node.exercise.id}`;
    item.iconPath = new vscode.ThemeIcon(
      isSolvedBy(this.#progress.marks)(node) ? 'check' : 'beaker',
    );
    item.tooltip = node.exercise.task;
    item.contextValue = 'exercise';
    item.command = command('openExercise', 'Open Exercise', exerciseName(node));
    return item;
  }

  #certificate(): vscode.TreeItem {
    const all = concepts(this.#course);
    const finished = all.filter((place) => isDone(place, this.#progress.marks)).length;
    const item = new vscode.TreeItem('Certificate', None);
    item.id = 'certificate';
    item.description = `${finished} of ${all.length} ideas`;
    item.iconPath = finished === all.length ? done : new vscode.ThemeIcon('verified');
    item.tooltip = 'What you have done so far, and a picture that a model of yours made';
    item.contextValue = 'certificate';
    item.command = command('showCertificate', 'Show Certificate');
    return item;
  }
}

function isSolvedBy(marks: ReadonlySet<Mark>) {
  return (place: ExercisePlace) => marks.has(solvedMark(place));
}

function tooltip(header: ScriptHeader | undefined): vscode.MarkdownString | undefined {
  if (!header) return undefined;
  const { title, learns, data, expect } = header;
  return new vscode.MarkdownString(
    `**${title}**\n\n${learns}\n\n- Data: ${data}\n- Expect: ${expect}`,
  );
}
