import * as vscode from 'vscode';
import type { ChapterOutline } from '../../curriculum/chapter.ts';
import type { ConceptPlace, Course } from '../../curriculum/course.ts';
import { panelType } from '../contributes/views.ts';
import type { ProgressStore } from '../course/progressStore.ts';
import { ChapterPanel, type ChapterRuns } from './chapterPanel.ts';
import { panelIcon } from './panelIcon.ts';
import { PanelStates } from './panelState.ts';

/** The chapters' panels: at most one of each, made again by VS Code after a reload of the window. */
export class ChapterPanels implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #progress: ProgressStore;
  readonly #runs: ChapterRuns;
  readonly #states: PanelStates;
  readonly #open = new Map<string, ChapterPanel>();
  readonly #serializers: vscode.Disposable[];

  constructor(
    course: Course,
    context: vscode.ExtensionContext,
    progress: ProgressStore,
    runs: ChapterRuns,
  ) {
    this.#context = context;
    this.#progress = progress;
    this.#runs = runs;
    this.#states = new PanelStates(context.globalState);
    this.#serializers = course.map((chapter) =>
      vscode.window.registerWebviewPanelSerializer(panelType(chapter.id), {
        deserializeWebviewPanel: async (panel) => void this.#adopt(chapter, panel),
      }),
    );
  }

  dispose(): void {
    for (const each of [...this.#serializers, ...this.#open.values()]) each.dispose();
  }

  /** Opens the chapter's panel at a concept, or brings it there. */
  show({ chapter, concept }: ConceptPlace): void {
    const panel = this.#open.get(chapter.id) ?? this.#adopt(chapter, this.#create(chapter));
    panel.show(concept.id);
  }

  /** Forgets answers and figures. */
  async reset(): Promise<void> {
    await this.#states.forget();
    for (const panel of this.#open.values()) panel.sendSnapshot();
  }

  #create(chapter: ChapterOutline): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(
      panelType(chapter.id),
      chapter.title,
      vscode.ViewColumn.Active,
    );
  }

  #adopt(chapter: ChapterOutline, webviewPanel: vscode.WebviewPanel): ChapterPanel {
    const panel = new ChapterPanel({
      chapter,
      panel: webviewPanel,
      extensionUri: this.#context.extensionUri,
      progress: this.#progress,
      runs: this.#runs,
      states: this.#states,
    });
    webviewPanel.iconPath = panelIcon(this.#context.extensionUri, 'panel');
    this.#open.set(chapter.id, panel);
    webviewPanel.onDidDispose(() => {
      panel.dispose();
      if (this.#open.get(chapter.id) === panel) this.#open.delete(chapter.id);
    });
    return panel;
  }
}
