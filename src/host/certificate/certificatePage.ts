import type * as vscode from 'vscode';
import type { Course } from '../../curriculum/course.ts';
import type {
  CertificateToHost,
  ChapterDone,
  HostToCertificate,
} from '../../protocol/certificate.ts';
import { execute } from '../commands.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { showProblem } from '../problem.ts';
import type { Run } from '../runs/run.ts';
import type { Runs } from '../runs/runs.ts';
import { page } from '../views/page.ts';
import { PageLink } from '../views/pageLink.ts';
import { panelIcon } from '../views/panelIcon.ts';
import { receiver } from '../views/receiver.ts';
import { saveFile } from '../views/saveFile.ts';
import { chaptersDone } from './chaptersDone.ts';
import { Pictures } from './pictures.ts';
import { newestResults } from './results.ts';
import { pictureExample } from './suggestion.ts';

export interface CertificateParts {
  course: Course;
  context: vscode.ExtensionContext;
  progress: ProgressStore;
  runs: Runs;
}

interface Kept {
  name: string;
  chosen: string;
}

/** Not among the keys that Settings Sync carries: the name stays on this computer. */
const stored = 'certificate';
/** Marks and runs change in bursts. */
const pause = 400;

const commandFor = {
  concept: 'explain',
  example: 'openExample',
  exercise: 'openExercise',
} as const;

/** The certificate's panel: all that it shows is read anew whenever something was done. */
export class CertificatePage {
  readonly #parts: CertificateParts;
  readonly #pictures: Pictures;
  readonly #link: PageLink<HostToCertificate>;
  readonly #disposables: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: vscode.WebviewPanel, parts: CertificateParts) {
    const { context, progress, runs } = parts;
    this.#parts = parts;
    this.#pictures = new Pictures(panel.webview);
    this.#link = new PageLink(panel.webview);
    this.#disposables = [
      this.#link,
      panel.webview.onDidReceiveMessage(
        receiver('certificate', (message) => void this.#receive(message)),
      ),
      panel.onDidChangeViewState(() => !panel.visible && this.#link.close()),
      progress.onDidChange(() => this.#refresh()),
      runs.onDidChange((run) => !isTraining(run) && this.#refresh()),
    ];
    panel.onDidDispose(() => this.#dispose());
    panel.iconPath = panelIcon(context.extensionUri, 'certificate');
    page(panel.webview, context.extensionUri, {
      script: 'certificate',
      title: panel.title,
      resources: [runs.store.root],
    });
  }

  #dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
  }

  #receive(message: CertificateToHost): unknown {
    switch (message.type) {
      case 'ready':
        return this.#open();
      case 'keep':
        return this.#keep({ name: message.name, chosen: message.chosen });
      case 'open':
        return execute(commandFor[message.what], message.name);
      case 'runExample':
        return execute('runExample', message.example);
      case 'saveSvg':
        return save(message.suggestedName, 'SVG image', 'svg', Buffer.from(message.svg));
      case 'savePng':
        return save(message.suggestedName, 'PNG image', 'png', message.png);
    }
  }

  #refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#link.isOpen) this.#open();
    }, pause);
  }

  #open(): void {
    this.#link.open(() => this.#snapshot()).catch(showProblem);
  }

  async #snapshot(): Promise<HostToCertificate> {
    const { course, runs } = this.#parts;
    await runs.load();
    return {
      type: 'snapshot',
      ...this.#kept,
      chapters: this.#chapters(),
      pictures: await this.#pictures.of(runs.all),
      suggestion: pictureExample(course),
    };
  }

  #chapters(): ChapterDone[] {
    const { course, progress, runs } = this.#parts;
    const results = newestResults(runs.all);
    return chaptersDone(course, progress.marks).map((chapter, i) => {
      const result = results.get(course[i]?.id ?? '');
      return result ? { ...chapter, result } : chapter;
    });
  }

  get #kept(): Kept {
    return this.#parts.context.globalState.get<Kept>(stored, { name: '', chosen: '' });
  }

  #keep(kept: Kept): Thenable<void> {
    return this.#parts.context.globalState.update(stored, kept);
  }
}

const save = (...file: Parameters<typeof saveFile>) => saveFile(...file).catch(showProblem);

/** Its news come ten times a second, and are not the certificate's. */
function isTraining(run: Run | undefined): boolean {
  return run?.head.status === 'starting' || run?.head.status === 'running';
}
