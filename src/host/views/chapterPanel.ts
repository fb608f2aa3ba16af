import * as vscode from 'vscode';
import type { ChapterOutline } from '../../curriculum/chapter.ts';
import { findExample } from '../../curriculum/course.ts';
import { answeredMark, openedMark } from '../../curriculum/progress.ts';
import type { RunHead, RunView } from '../../protocol/run.ts';
import type { ExploredAnswer } from '../../protocol/runner.ts';
import type { HostToPanel, PanelToHost, QuizAnswer } from '../../protocol/views.ts';
import { execute } from '../commands.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { messageOf } from '../problem.ts';
import { blockedReason } from '../trust.ts';
import { page } from './page.ts';
import type { PanelStates } from './panelState.ts';

/** What a panel needs of the runs. */
export interface ChapterRuns {
  /** The run that changed; undefined when runs came or went. */
  readonly onDidChange: vscode.Event<ChapterRun | undefined>;
  /** Newest first. */
  readonly all: readonly ChapterRun[];
  explore(runId: string, name: string, values: number[]): Promise<ExploredAnswer>;
}

interface ChapterRun {
  readonly head: RunHead;
  view(): RunView;
}

/** A learner looks at the newest; older ones are in the Runs view. */
const shownRuns = 20;
/** A run changes ten times a second and more. */
const pause = 200;

export interface ChapterPanelParts {
  chapter: ChapterOutline;
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
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ChapterPanelParts) {
    const { chapter, panel, extensionUri, runs, states } = parts;
    this.#parts = parts;
    this.#conceptId = states.get(chapter.id).conceptId ?? chapter.concepts[0]?.id ?? '';
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: PanelToHost) => this.#receive(message)),
      runs.onDidChange((run) => this.#runChanged(run)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.sendSnapshot()),
    ];
    page(panel.webview, extensionUri, {
      script: `panel-${chapter.folder}`,
      title: chapter.title,
      wasm: true,
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
    this.#parts.panel.dispose();
  }

  show(conceptId: string): void {
    this.#parts.panel.reveal();
    this.#enter(conceptId);
    this.#send({ type: 'concept', conceptId });
  }

  sendSnapshot(): void {
    const { chapter, states } = this.#parts;
    const { answers, figures } = states.get(chapter.id);
    this.#send({
      type: 'snapshot',
      conceptId: this.#conceptId,
      answers,
      figures,
      runs: this.#runs(),
      blocked: blockedReason(),
    });
  }

  #runs(): RunView[] {
    const { chapter, runs } = this.#parts;
    const ofChapter = runs.all.filter((run) => run.head.chapter === chapter.id);
    return ofChapter.slice(0, shownRuns).map((run) => run.view());
  }

  #runChanged(run: ChapterRun | undefined): void {
    if (run && run.head.chapter !== this.#parts.chapter.id) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send({ type: 'runs', runs: this.#runs() });
    }, pause);
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
    try {
      const answer = await this.#parts.runs.explore(runId, name, values);
      this.#send({ type: 'explored', requestId, ...answer });
    } catch (error) {
      this.#send({ type: 'explored', requestId, error: messageOf(error) });
    }
  }

  /** 'autoencoder.ts' as the course names it. */
  #example(file: string): string {
    const { chapter } = this.#parts;
    const name = `${chapter.id}/${file}`;
    return findExample([chapter], name) ? name : file;
  }
}
