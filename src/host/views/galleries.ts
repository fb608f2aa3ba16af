import * as vscode from 'vscode';
import type { Run } from '../runs/run.ts';
import type { Runs } from '../runs/runs.ts';
import { Gallery } from './gallery.ts';

const viewType = 'genai101.gallery';

/** The open galleries: at most one a run, made again by VS Code after a reload of the window. */
export class Galleries implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #runs: Runs;
  readonly #open = new Map<string, Gallery>();
  readonly #serializer: vscode.Disposable;

  constructor(context: vscode.ExtensionContext, runs: Runs) {
    this.#context = context;
    this.#runs = runs;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
    });
  }

  show(run: Run, name?: string): void {
    const gallery = this.#open.get(run.runId) ?? this.#adopt(run, createPanel());
    gallery.show(name);
  }

  dispose(): void {
    for (const each of [this.#serializer, ...this.#open.values()]) each.dispose();
  }

  async #restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    await this.#runs.load();
    const run = this.#runs.get(runIdOf(state));
    if (run) this.#adopt(run, panel);
    else panel.dispose(); // the run was deleted
  }

  #adopt(run: Run, panel: vscode.WebviewPanel): Gallery {
    const gallery = new Gallery(panel, run, this.#runs, this.#context.extensionUri);
    this.#open.set(run.runId, gallery);
    panel.onDidDispose(() => {
      gallery.dispose();
      if (this.#open.get(run.runId) === gallery) this.#open.delete(run.runId);
    });
    return gallery;
  }
}

function createPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, 'Gallery', vscode.ViewColumn.Active);
}

/** The page keeps the name of its run in what VS Code restores. */
function runIdOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('runId' in state)) return '';
  return String(state.runId);
}
