import * as vscode from 'vscode';
import type { HostToSamples, SamplesToHost } from '../../protocol/views.ts';
import { execute } from '../commands.ts';
import { viewId } from '../contributes/views.ts';
import type { NewSample, Runs } from '../runs/runs.ts';
import { page } from './page.ts';
import { PageLink } from './pageLink.ts';
import { receiver } from './receiver.ts';
import { withAddress } from './sampleAddress.ts';

/** The Samples view: the newest sample of each name of the run on show. */
export class SamplesView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #runs: Runs;
  readonly #disposables: vscode.Disposable[];
  #link: PageLink<HostToSamples> | undefined;
  #webview: vscode.Webview | undefined;

  constructor(context: vscode.ExtensionContext, runs: Runs) {
    this.#context = context;
    this.#runs = runs;
    this.#disposables = [
      vscode.window.registerWebviewViewProvider(viewId('samples'), this),
      runs.onDidChange((run) => {
        if (run && run === runs.shown) this.#link?.put('run', { type: 'run', run: run.view() });
      }),
      runs.onDidChangeShown(() => this.#refresh()),
      runs.onDidReceiveSample((sample) => this.#add(sample)),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const link = new PageLink<HostToSamples>(view.webview);
    this.#link = link;
    this.#webview = view.webview;
    view.webview.onDidReceiveMessage(receiver('samples', (message) => this.#receive(message)));
    view.onDidChangeVisibility(() => !view.visible && link.close());
    view.onDidDispose(() => link.dispose());
    page(view.webview, this.#context.extensionUri, {
      script: 'samples',
      title: 'Samples',
      resources: [this.#runs.store.root],
    });
  }

  dispose(): void {
    this.#link?.dispose();
    for (const each of this.#disposables) each.dispose();
  }

  #receive(message: SamplesToHost): unknown {
    switch (message.type) {
      case 'ready':
        return this.#link?.open(() => this.#snapshot());
      case 'openGallery':
        return execute('openGallery', { runId: message.runId, name: message.name });
      case 'openExample':
        return execute('openExample');
    }
  }

  async #snapshot(): Promise<HostToSamples> {
    const { shown } = this.#runs;
    const webview = this.#webview;
    if (!shown || !webview) return { type: 'snapshot', run: undefined, samples: [] };
    const newest = await shown.newestSamples();
    const samples = newest.map((sample) => withAddress(webview, shown, sample));
    return { type: 'snapshot', run: shown.view(), samples };
  }

  #add({ run, sample }: NewSample): void {
    if (run !== this.#runs.shown || !this.#webview) return;
    this.#link?.put(`sample ${sample.name}`, {
      type: 'sample',
      runId: run.runId,
      sample: withAddress(this.#webview, run, sample),
    });
  }

  #refresh(): void {
    if (this.#link?.isOpen) void this.#link.open(() => this.#snapshot());
  }
}
