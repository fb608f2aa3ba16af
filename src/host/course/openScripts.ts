import * as vscode from 'vscode';
import { resourcePaths, setContext } from '../contextKeys.ts';
import type { Examples } from './examples.ts';
import { importsGenai101 } from './runnable.ts';

/** Typing should not wait for us: one look at the open scripts after each pause. */
const pause = 200;

/** Keeps the context keys that the buttons in an editor's title go by. */
export class OpenScripts implements vscode.Disposable {
  readonly #examples: Examples;
  readonly #disposables: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(examples: Examples) {
    this.#examples = examples;
    const later = () => this.#later();
    this.#disposables = [
      vscode.workspace.onDidOpenTextDocument(later),
      vscode.workspace.onDidCloseTextDocument(later),
      vscode.workspace.onDidChangeTextDocument(later),
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
    ];
    void this.update();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
  }

  async update(): Promise<void> {
    const scripts = vscode.workspace.textDocuments.filter((document) => this.#runs(document));
    const edited = await this.#edited(scripts);
    const active = vscode.window.activeTextEditor?.document;
    await setContext('genai101.scripts', paths(scripts));
    await setContext('genai101.editedExamples', paths(edited));
    await setContext('genai101.activeEdited', active !== undefined && edited.includes(active));
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.update(), pause);
  }

  #runs(document: vscode.TextDocument): boolean {
    return this.#examples.isExample(document.uri) || importsGenai101(document);
  }

  async #edited(scripts: vscode.TextDocument[]): Promise<vscode.TextDocument[]> {
    const differ = await Promise.all(
      scripts.map((each) => this.#examples.differsFromShipped(each)),
    );
    return scripts.filter((_, i) => differ[i]);
  }
}

function paths(documents: vscode.TextDocument[]): string[] {
  return resourcePaths(documents.map((document) => document.uri));
}
