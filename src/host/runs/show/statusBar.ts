import * as vscode from 'vscode';
import { command } from '../../commands.ts';
import type { Run } from '../run.ts';
import type { Runs } from '../runs.ts';

/** One item while something runs: what, how far, and a way to the Training view. */
export class RunStatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'genai101.running',
    vscode.StatusBarAlignment.Left,
  );
  readonly #disposables: vscode.Disposable[];

  constructor(runs: Runs) {
    this.#item.name = 'GenAI 101';
    this.#item.command = command('showTraining', 'Show Training');
    this.#disposables = [this.#item, runs.onDidChange(() => this.#update(runs.live))];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  #update(live: readonly Run[]): void {
    const [run, ...others] = live.filter((each) => each.head.status !== 'exploring');
    if (!run) {
      this.#item.hide();
      return;
    }
    const text = others.length > 0 ? `${others.length + 1} scripts run` : describe(run);
    this.#item.text = `$(graph-line) ${text}`;
    this.#item.tooltip = `${describe(run)}. Click to show Training.`;
    this.#item.show();
  }
}

function describe(run: Run): string {
  const { title, status, progress } = run.view();
  if (status === 'starting') return `${title} starts`;
  const { step, steps } = progress ?? {};
  if (step === undefined) return `${title} runs`;
  return steps ? `${title} ${Math.floor((100 * step) / steps)} %` : `${title} step ${step}`;
}
