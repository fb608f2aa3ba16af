import * as vscode from 'vscode';
import { resourcePaths, setContext } from '../../contextKeys.ts';
import type { Runs } from '../runs.ts';

/** Keeps the context keys about runs. */
export class RunContext implements vscode.Disposable {
  readonly #runs: Runs;
  readonly #listener: vscode.Disposable;

  constructor(runs: Runs) {
    this.#runs = runs;
    this.#listener = runs.onDidChange(() => this.#update());
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #update(): void {
    const scripts = resourcePaths(this.#runs.live.map((run) => vscode.Uri.file(run.head.script)));
    void setContext('genai101.runningScripts', scripts);
    void setContext('genai101.running', scripts.length > 0);
    void setContext('genai101.hasRuns', this.#runs.all.length > 0);
  }
}
