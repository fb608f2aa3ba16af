import * as vscode from 'vscode';
import type { TrialsRecord } from '../../protocol/record.ts';
import type { HostToTraining, MetricCurve, TrainingToHost } from '../../protocol/views.ts';
import { execute } from '../commands.ts';
import { viewId } from '../contributes/views.ts';
import type { NativeEngine } from '../engines/nativeEngine.ts';
import type { Run } from '../runs/run.ts';
import type { Runs } from '../runs/runs.ts';
import { blockedReason } from '../trust.ts';
import { page } from './page.ts';
import { PageLink } from './pageLink.ts';
import { receiver } from './receiver.ts';

const stored = 'training.preferences';
/** Ended runs the view offers; the Runs view has all. */
const mostEnded = 12;

/** The Training view: progress, curves and sliders of the run on show. */
export class TrainingView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #runs: Runs;
  readonly #native: NativeEngine;
  readonly #disposables: vscode.Disposable[];
  #link: PageLink<HostToTraining> | undefined;

  constructor(context: vscode.ExtensionContext, runs: Runs, native: NativeEngine) {
    this.#context = context;
    this.#runs = runs;
    this.#native = native;
    this.#disposables = [
      vscode.window.registerWebviewViewProvider(viewId('training'), this),
      runs.onDidChange((run) => this.#tell(run)),
      runs.onDidChangeShown(() => this.#refresh()),
      native.onDidChange(() => this.#refresh()),
      runs.onDidReceivePoints(({ run, curves }) => this.#addPoints(run, curves)),
      runs.onDidReceiveTrials(({ run, record }) => this.#addTrials(run, record)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#refresh()),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const link = new PageLink<HostToTraining>(view.webview);
    this.#link = link;
    view.webview.onDidReceiveMessage(receiver('training', (message) => this.#receive(message)));
    view.onDidChangeVisibility(() => !view.visible && link.close());
    view.onDidDispose(() => link.dispose());
    page(view.webview, this.#context.extensionUri, { script: 'training', title: 'Training' });
  }

  dispose(): void {
    this.#link?.dispose();
    for (const each of this.#disposables) each.dispose();
  }

  #receive(message: TrainingToHost): unknown {
    switch (message.type) {
      case 'ready':
        return this.#link?.open(() => this.#snapshot());
      case 'show':
        return this.#runs.show(this.#runs.get(message.runId));
      case 'stop':
        return execute('stop', message.runId);
      case 'runAgain':
        return execute('runAgain', message.runId);
      case 'runTrial':
        return execute('runTrial', { runId: message.runId, trial: message.trial });
      case 'tune':
        return this.#runs.tune(message.runId, message.name, message.value);
      case 'preferences':
        return this.#context.globalState.update(stored, message.preferences);
      case 'openScript':
        return openAtError(this.#runs.get(message.runId));
      case 'openExample':
        return execute('openExample');
      case 'installNative':
        return execute('installNativeEngine');
    }
  }

  async #snapshot(): Promise<HostToTraining> {
    const { preferencesFrom } = await import('./incoming.ts');
    const offersNative = await this.#native.canBeOffered();
    const { shown } = this.#runs;
    const curves = (await shown?.curves()) ?? [];
    return {
      type: 'snapshot',
      runs: this.#offered().map((run) => run.view()),
      shown: shown?.runId,
      curves,
      trials: (await shown?.trials()) ?? [],
      preferences: preferencesFrom(this.#context.globalState.get(stored)),
      blocked: blockedReason(),
      offersNative,
    };
  }

  #offered(): Run[] {
    const { all, shown } = this.#runs;
    const ended = all.filter((run) => !run.isLive).slice(0, mostEnded);
    return all.filter((run) => run.isLive || run === shown || ended.includes(run));
  }

  #tell(run: Run | undefined): void {
    if (run) this.#link?.put(`run ${run.runId}`, { type: 'run', run: run.view() });
    else this.#refresh();
  }

  #addPoints(run: Run, curves: MetricCurve[]): void {
    if (run !== this.#runs.shown) return;
    const news = { type: 'points' as const, runId: run.runId, curves };
    this.#link?.put(`points ${run.runId}`, news, (old, more) => ({
      ...more,
      curves: joined(old.curves, more.curves),
    }));
  }

  #addTrials(run: Run, record: TrialsRecord): void {
    if (run !== this.#runs.shown) return;
    const news = { type: 'trials' as const, runId: run.runId, records: [record] };
    this.#link?.put(`trials ${run.runId}`, news, (old, more) => ({
      ...more,
      records: [...old.records, ...more.records],
    }));
  }

  #refresh(): void {
    if (this.#link?.isOpen) void this.#link.open(() => this.#snapshot());
  }
}

function joined(before: MetricCurve[], after: MetricCurve[]): MetricCurve[] {
  const names = new Set([...before, ...after].map((curve) => curve.name));
  return [...names].map((name) => {
    const parts = [...before, ...after].filter((curve) => curve.name === name);
    return {
      name,
      steps: parts.flatMap((part) => part.steps),
      values: parts.flatMap((part) => part.values),
    };
  });
}

async function openAtError(run: Run | undefined): Promise<void> {
  if (!run) return;
  const { script, error } = run.head;
  const line = Math.max(0, (error?.line ?? 1) - 1);
  const column = Math.max(0, (error?.column ?? 1) - 1);
  await vscode.window.showTextDocument(vscode.Uri.file(error?.file ?? script), {
    selection: new vscode.Range(line, column, line, column),
  });
}
