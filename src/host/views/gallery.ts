import type * as vscode from 'vscode';
import type { GalleryToHost, HostToGallery, Sample } from '../../protocol/views.ts';
import { execute } from '../commands.ts';
import { messageOf, showProblem } from '../problem.ts';
import type { Run } from '../runs/run.ts';
import type { NewSample, Runs } from '../runs/runs.ts';
import { page } from './page.ts';
import { PageLink } from './pageLink.ts';
import { panelIcon } from './panelIcon.ts';
import { receiver } from './receiver.ts';
import { withAddress } from './sampleAddress.ts';
import { saveFile } from './saveFile.ts';

/** The gallery of one run: every sample over its steps, and the trained model to explore. */
export class Gallery implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #run: Run;
  readonly #runs: Runs;
  readonly #link: PageLink<HostToGallery>;
  readonly #disposables: vscode.Disposable[];
  /** The sample to open with. */
  #name: string | undefined;
  /** How many samples the page has. */
  #sent = 0;
  /** What arrives while the samples are read from disk. */
  #late: NewSample[] = [];

  constructor(panel: vscode.WebviewPanel, run: Run, runs: Runs, extensionUri: vscode.Uri) {
    this.#panel = panel;
    this.#run = run;
    this.#runs = runs;
    this.#link = new PageLink(panel.webview);
    this.#disposables = [
      this.#link,
      panel.webview.onDidReceiveMessage(receiver('gallery', (message) => this.#receive(message))),
      panel.onDidChangeViewState(() => !panel.visible && this.#link.close()),
      runs.onDidChange((changed) => {
        if (changed === run) this.#link.put('run', { type: 'run', run: run.view() });
      }),
      runs.onDidReceiveSample((sample) => this.#add(sample)),
    ];
    panel.title = `${run.head.title}: Gallery`;
    panel.iconPath = panelIcon(extensionUri, 'gallery');
    page(panel.webview, extensionUri, {
      script: 'gallery',
      title: panel.title,
      resources: [runs.store.root],
      data: { run: run.runId },
    });
  }

  show(name: string | undefined): void {
    this.#name = name;
    this.#panel.reveal();
    if (name) this.#link.send({ type: 'show', name });
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
    this.#panel.dispose();
  }

  #receive(message: GalleryToHost): unknown {
    switch (message.type) {
      case 'ready':
        return this.#open();
      case 'explore':
        return this.#explore(message);
      case 'savePng':
        return saveFile(message.suggestedName, 'PNG image', 'png', message.png).catch(showProblem);
      case 'runAgain':
        return runAgain(message.runId);
    }
  }

  async #open(): Promise<void> {
    this.#late = [];
    await this.#link.open(() => this.#snapshot());
    for (const sample of this.#late.splice(0)) this.#add(sample);
  }

  async #snapshot(): Promise<HostToGallery> {
    const samples = (await this.#run.samples()).map((sample) => this.#addressed(sample));
    this.#sent = samples.length;
    return { type: 'snapshot', run: this.#run.view(), samples, name: this.#name };
  }

  /** The n-th message is the n-th sample on disk: one that the snapshot holds is not sent again. */
  #add(news: NewSample): void {
    if (news.run !== this.#run) return;
    if (!this.#link.isOpen) return void this.#late.push(news);
    if (news.index < this.#sent) return;
    this.#sent = news.index + 1;
    const samples = [this.#addressed(news.sample)];
    this.#link.put('samples', { type: 'samples', samples }, (old, more) => ({
      type: 'samples',
      samples: [...old.samples, ...more.samples],
    }));
  }

  #addressed(sample: NewSample['sample']): Sample {
    return withAddress(this.#panel.webview, this.#run, sample);
  }

  async #explore({ requestId, name, values }: GalleryToHost & { type: 'explore' }) {
    try {
      const answer = await this.#runs.explore(this.#run.runId, name, values);
      this.#link.send({ type: 'explored', requestId, ...answer });
    } catch (error) {
      const words = messageOf(error);
      this.#link.send({ type: 'explored', requestId, error: words });
    }
  }
}

/** The new run's model is the one to explore. */
async function runAgain(old: string): Promise<void> {
  const runId = await execute('runAgain', old);
  if (typeof runId === 'string') await execute('openGallery', { runId });
}
