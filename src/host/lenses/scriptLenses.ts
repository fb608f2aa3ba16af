import * as vscode from 'vscode';
import { command } from '../commands.ts';
import type { Examples } from '../course/examples.ts';
import { importsGenai101 } from '../course/runnable.ts';
import type { Runs } from '../runs/runs.ts';
import { onDidChangeSetting, setting } from '../settings.ts';
import { firstCodeLine } from './firstCode.ts';

const scripts: vscode.DocumentSelector = [
  { language: 'typescript', scheme: 'file' },
  { language: 'javascript', scheme: 'file' },
];

/** Run, Debug, Explain, Stop and Reset above the examples, and above every script that imports 'genai101'. */
export class ScriptLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #examples: Examples;
  readonly #runs: Runs;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #running = '';

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(examples: Examples, runs: Runs) {
    this.#examples = examples;
    this.#runs = runs;
    const refresh = () => this.#changed.fire();
    this.#disposables = [
      this.#changed,
      vscode.languages.registerCodeLensProvider(scripts, this),
      runs.onDidChange(() => this.#followRuns()),
      onDidChangeSetting('codeLens', refresh),
      vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!setting('codeLens')) return [];
    const place = this.#examples.exampleAt(document.uri);
    if (!place && !importsGenai101(document)) return [];
    const line = firstCodeLine(document.getText());
    const range = new vscode.Range(line, 0, line, 0);
    const isEdited = place !== undefined && (await this.#examples.differsFromShipped(document));
    return [
      ...this.#runLenses(document.uri),
      ...(place ? [command('explain', 'Explain', document.uri)] : []),
      ...(isEdited ? [command('resetExample', 'Reset', document.uri)] : []),
    ].map((each) => new vscode.CodeLens(range, each));
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  #runLenses(file: vscode.Uri): vscode.Command[] {
    if (!vscode.workspace.isTrusted) {
      const off = command(
        'runExample',
        '$(workspace-untrusted) Running is off (Restricted Mode)',
        file,
      );
      return [{ ...off, tooltip: 'Says why, and lets you trust this folder' }];
    }
    const run = this.#runs.liveFor(file);
    return [
      ...(run ? [command('stop', '■ Stop', run.runId)] : []),
      command('runExample', '▶ Run', file),
      command('debugExample', 'Debug', file),
    ];
  }

  /** Progress comes often; only what starts or ends changes a lens. */
  #followRuns(): void {
    const running = this.#runs.live.map((run) => run.runId).join();
    if (running === this.#running) return;
    this.#running = running;
    this.#changed.fire();
  }
}
