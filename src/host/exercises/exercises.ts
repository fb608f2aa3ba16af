import * as vscode from 'vscode';
import {
  type Course,
  type ExercisePlace,
  exerciseName,
  exercises,
} from '../../curriculum/course.ts';
import { solvedMark } from '../../curriculum/progress.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { messageOf, showProblem } from '../problem.ts';
import type { Runs } from '../runs/runs.ts';
import { blockedReason } from '../trust.ts';
import { attempt, type Verdict } from './attempt.ts';
import type { ExerciseFiles } from './exerciseFiles.ts';
import { showFile, showLine } from './showLine.ts';
import { verdictText } from './verdictText.ts';

export interface ExercisesParts {
  course: Course;
  files: ExerciseFiles;
  progress: ProgressStore;
  runs: Runs;
}

/** The exercises in VS Code's own Testing view, by chapter. */
export class Exercises implements vscode.Disposable {
  readonly #parts: ExercisesParts;
  readonly #controller = vscode.tests.createTestController('genai101.exercises', 'GenAI 101');
  readonly #places = new Map<string, ExercisePlace>();
  readonly #items = new Map<string, vscode.TestItem>();
  readonly #progress: vscode.Disposable;

  constructor(parts: ExercisesParts) {
    this.#parts = parts;
    this.#list();
    this.#controller.resolveHandler = (item) => this.#makeCopies(item);
    this.#controller.createRunProfile(
      'Check',
      vscode.TestRunProfileKind.Run,
      (request, cancelled) => this.#check(request, cancelled),
      true,
    );
    this.#progress = parts.progress.onDidChange(() => this.#describe());
    this.#describe();
  }

  /** Checks one exercise, as if its play button in the Testing view were pressed. */
  async check(place: ExercisePlace): Promise<void> {
    const item = this.#items.get(exerciseName(place));
    if (!item) return;
    const stop = new vscode.CancellationTokenSource();
    await this.#check(new vscode.TestRunRequest([item]), stop.token);
    stop.dispose();
  }

  dispose(): void {
    this.#progress.dispose();
    this.#controller.dispose();
  }

  #list(): void {
    for (const chapter of this.#parts.course) {
      if (chapter.exercises.length === 0) continue;
      const label = `${chapter.number} ${chapter.title}`;
      const parent = this.#controller.createTestItem(chapter.id, label);
      this.#controller.items.add(parent);
      for (const exercise of chapter.exercises) this.#add(parent, { chapter, exercise });
    }
  }

  #add(parent: vscode.TestItem, place: ExercisePlace): void {
    const name = exerciseName(place);
    const file = this.#parts.files.uriOf(place);
    const item = this.#controller.createTestItem(name, place.exercise.title, file);
    item.range = new vscode.Range(0, 0, 0, 0);
    // In the order of the course, not of the alphabet.
    item.sortText = String(place.chapter.exercises.indexOf(place.exercise));
    parent.children.add(item);
    this.#places.set(name, place);
    this.#items.set(name, item);
  }

  /** The Testing view is open: its items lead to files, so these must be there. */
  async #makeCopies(item: vscode.TestItem | undefined): Promise<void> {
    const wanted = item ? this.#placesOf(item) : exercises(this.#parts.course);
    try {
      for (const place of wanted) await this.#parts.files.copyOf(place);
    } catch (error) {
      showProblem(error);
    }
  }

  /** What was solved in an earlier session, or on another machine, is still said. */
  #describe(): void {
    for (const [name, place] of this.#places) {
      const item = this.#items.get(name);
      const isSolved = this.#parts.progress.marks.has(solvedMark(place));
      if (item) item.description = isSolved ? 'solved' : '';
    }
  }

  async #check(request: vscode.TestRunRequest, cancelled: vscode.CancellationToken): Promise<void> {
    const items = request.include ?? [...this.#items.values()];
    const excluded = new Set(request.exclude?.flatMap((item) => this.#placesOf(item)));
    const places = items.flatMap((item) => this.#placesOf(item)).filter((it) => !excluded.has(it));
    const testRun = this.#controller.createTestRun(request);
    const either = anyOf(cancelled, testRun.token);
    for (const place of places) testRun.enqueued(this.#itemOf(place));
    try {
      // One after the other: each is to have the whole machine.
      for (const place of places) {
        const verdict = await this.#checkOne(testRun, place, either.token, places.length === 1);
        testRun.appendOutput(verdictText(place.exercise.title, verdict));
      }
    } finally {
      either.dispose();
      testRun.end();
    }
  }

  /** @param alone its file is shown: a finding is of use where its line is to be seen */
  async #checkOne(
    testRun: vscode.TestRun,
    place: ExercisePlace,
    cancelled: vscode.CancellationToken,
    alone: boolean,
  ): Promise<Verdict> {
    const item = this.#itemOf(place);
    const began = Date.now();
    const verdict = await this.#judge(testRun, place, cancelled, alone);
    report(testRun, item, verdict, Date.now() - began);
    if (verdict.kind === 'passed') await this.#parts.progress.add(solvedMark(place));
    return verdict;
  }

  async #judge(
    testRun: vscode.TestRun,
    place: ExercisePlace,
    cancelled: vscode.CancellationToken,
    alone: boolean,
  ): Promise<Verdict> {
    const blocked = blockedReason();
    if (blocked) return broken(blocked);
    if (cancelled.isCancellationRequested) return { kind: 'stopped' };
    testRun.started(this.#itemOf(place));
    try {
      const file = await this.#parts.files.copyOf(place);
      if (alone) await showFile(file);
      const check = this.#parts.files.checkOf(place);
      const verdict = await attempt(this.#parts.runs, file, check, cancelled);
      if (alone) showLine(verdict);
      return verdict;
    } catch (error) {
      return broken(messageOf(error));
    }
  }

  #itemOf(place: ExercisePlace): vscode.TestItem {
    const item = this.#items.get(exerciseName(place));
    if (!item) throw new Error(`There is no exercise ${exerciseName(place)}.`);
    return item;
  }

  #placesOf(item: vscode.TestItem): ExercisePlace[] {
    const place = this.#places.get(item.id);
    if (place) return [place];
    return [...this.#places.values()].filter(({ chapter }) => chapter.id === item.id);
  }
}

function broken(message: string): Verdict {
  return { kind: 'broken', messages: [new vscode.TestMessage(message)] };
}

function report(
  testRun: vscode.TestRun,
  item: vscode.TestItem,
  verdict: Verdict,
  milliseconds: number,
): void {
  switch (verdict.kind) {
    case 'passed':
      testRun.passed(item, milliseconds);
      return;
    case 'failed':
      testRun.failed(item, verdict.messages, milliseconds);
      return;
    case 'broken':
      testRun.errored(item, verdict.messages, milliseconds);
      return;
    case 'stopped':
      testRun.skipped(item);
      return;
  }
}

/** A token that is cancelled when one of two is. */
function anyOf(
  a: vscode.CancellationToken,
  b: vscode.CancellationToken,
): vscode.CancellationTokenSource {
  const source = new vscode.CancellationTokenSource();
  const listeners = [a, b].map((each) => each.onCancellationRequested(() => source.cancel()));
  source.token.onCancellationRequested(() => vscode.Disposable.from(...listeners).dispose());
  return source;
}
