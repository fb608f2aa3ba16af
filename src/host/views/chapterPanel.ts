import * as vscode from 'vscode';
import type { Chapter } from '../../curriculum/chapter.ts';
import { findExample } from '../../curriculum/course.ts';
import { answeredMark, openedMark } from '../../curriculum/progress.ts';
import type { RunView } from '../../protocol/run.ts';
import type { ExploredImage } from '../../protocol/runner.ts';
import type { HostToPanel, PanelToHost, QuizAnswer } from '../../protocol/views.ts';
import { execute } from '../commands.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { blockedReason } from '../trust.ts';
import { page } from './page.ts';
import type { PanelStates } from './panelState.ts';

/** What a panel needs of the runs. */
export interface ChapterRuns {
  readonly onDidChange: vscode.Event<unknown>;
  /** Runs of a chapter's examples, newest first. */
  ofChapter(chapterId: string): RunView[];
  explore(runId: string, name: string, values: number[]): Promise<ExploreAnswer>;
}

export interface ExploreAnswer {
  image?: ExploredImage | undefined;
  error?: string | undefined;
}

export interface ChapterPanelParts {
  chapter: Chapter;
  panel: vscode.WebviewPanel;
  extensionUri: vscode.Uri;
  progress: ProgressStore;
  runs: ChapterRuns;
  states: PanelStates;
}

/** One chapter's panel: figures, formulas, quiz. All it shows can be sent again from here. */
export class ChapterPanel implements vscode.Disposable {
  readonly #parts: ChapterPanelParts;
  readonly #disposables: vscode.Disposable[];
  #conceptId: string;
  #ready = false;

  constructor(parts: ChapterPanelParts) {
    const { chapter, panel, extensionUri, runs, states } = parts;
    this.#parts = parts;
    this.#conceptId = states.get(chapter.id).conceptId ?? chapter.concepts[0]?.id ?? '';
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: PanelToHost) => this.#receive(message)),
      runs.onDidChange(() => this.#send({ type: 'runs', runs: runs.ofChapter(chapter.id) })),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.sendSnapshot()),
    ];
    page(panel.webview, extensionUri, {
      script: `panel-${chapter.folder}`,
      title: chapter.title,
      wasm: true,
    });
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
    this.#parts.panel.dispose();
  }

  show(conceptId: string): void {
    this.#parts.panel.reveal();
    this.#enter(conceptId);
    this.#send({ type: 'concept', conceptId });
  }

  sendSnapshot(): void {
    const { chapter, runs, states } = this.#parts;
    const { answers, figures } = states.get(chapter.id);
    this.#send({
      type: 'snapshot',
      conceptId: this.#conceptId,
      answers,
      figures,
      runs: runs.ofChapter(chapter.id),
      blocked: blockedReason(),
    });
  }

  /** A page that has not said 'ready' would miss the message; its snapshot will hold the same. */
  #send(message: HostToPanel): void {
    if (this.#ready) void this.#parts.panel.webview.postMessage(message);
  }

  async #receive(message: PanelToHost): Promise<void> {
    const { chapter, states } = this.#parts;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.sendSnapshot();
      case 'concept':
        return this.#enter(message.conceptId);
      case 'answer':
        return this.#answer(message.answer);
      case 'figure':
        return states.figure(chapter.id, message.figure, message.state);
      case 'openExample':
        return void execute('openExample', this.#example(message.example));
      case 'runExample':
        return void execute('runExample', this.#example(message.example));
      case 'explore':
        return this.#explore(message);
      case 'openGallery':
        return void execute('openGallery', message.runId);
    }
  }

  #enter(conceptId: string): void {
    const { chapter, progress, states } = this.#parts;
    const concept = chapter.concepts.find((each) => each.id === conceptId);
    if (!concept) return;
    this.#conceptId = conceptId;
    void states.showConcept(chapter.id, conceptId);
    void progress.enterChapter(chapter.id);
    void progress.add(openedMark({ chapter, concept }));
  }

  async #answer(answer: QuizAnswer): Promise<void> {
    const { chapter, progress, states } = this.#parts;
    const questions = chapter.concepts.flatMap((concept) => concept.quiz);
    const question = questions.find((each) => each.id === answer.questionId);
    if (!question) return;
    const correct = question.answers[answer.chosen]?.correct === true;
    await states.answer(chapter.id, { ...answer, correct });
    if (correct) await progress.add(answeredMark(chapter.id, question.id));
  }

  async #explore(message: PanelToHost & { type: 'explore' }): Promise<void> {
    const { runId, requestId, name, values } = message;
    const answer = await this.#parts.runs.explore(runId, name, values);
    this.#send({ type: 'explored', requestId, ...answer });
  }

  /** 'autoencoder.ts' as the course names it. */
  #example(file: string): string {
    const { chapter } = this.#parts;
    const name = `${chapter.id}/${file}`;
    return findExample([chapter], name) ? name : file;
  }
}
