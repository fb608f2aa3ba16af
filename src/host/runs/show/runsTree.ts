import * as vscode from 'vscode';
import { viewId } from '../../contributes/views.ts';
import { epochsFirst } from '../epochsFirst.ts';
import type { Run } from '../run.ts';
import type { Runs } from '../runs.ts';

const refreshMs = 500;

/** The Runs view: every run kept, newest first. The run selected is on show in Training and Samples. */
export class RunsTree implements vscode.TreeDataProvider<Run>, vscode.Disposable {
  readonly #runs: Runs;
  readonly #changed = new vscode.EventEmitter<Run[] | undefined>();
  /** Rows to draw again; undefined stands for the list of rows. */
  readonly #stale = new Set<Run | undefined>();
  readonly #view: vscode.TreeView<Run>;
  readonly #disposables: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(runs: Runs) {
    this.#runs = runs;
    this.#view = vscode.window.createTreeView(viewId('runs'), {
      treeDataProvider: this,
      canSelectMany: true,
    });
    this.#disposables = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeSelection(({ selection: [run] }) => run && runs.show(run)),
      runs.onDidChange((run) => this.#later(run)),
    ];
  }

  get selection(): readonly Run[] {
    return this.#view.selection;
  }

  getChildren(run?: Run): Run[] {
    return run ? [] : [...this.#runs.all];
  }

  getTreeItem(run: Run): vscode.TreeItem {
    const { title, seed, status, startedAt, error } = run.head;
    const item = new vscode.TreeItem(title);
    item.id = run.runId;
    item.iconPath = icon(run);
    const metrics = describeMetrics(run);
    item.description = [metrics[0], describeTime(startedAt)].filter(Boolean).join(' · ');
    item.tooltip = new vscode.MarkdownString().appendText(
      [
        `${title}: ${status}`,
        error?.message,
        ...metrics,
        `Seed ${seed}`,
        new Date(startedAt).toLocaleString(),
      ]
        .filter(Boolean)
        .join('\n'),
    );
    item.accessibilityInformation = { label: `${title}, ${status}, ${item.description}` };
    item.contextValue = this.#runs.isWatched(run) ? 'run.live' : 'run.ended';
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
  }

  #later(run: Run | undefined): void {
    this.#stale.add(run);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const rows = [...this.#stale].filter((each) => each !== undefined);
      this.#changed.fire(this.#stale.has(undefined) ? undefined : rows);
      this.#stale.clear();
    }, refreshMs);
  }
}

function icon({ head: { status } }: Run): vscode.ThemeIcon {
  switch (status) {
    case 'starting':
    case 'running':
      return new vscode.ThemeIcon('sync~spin');
    case 'exploring':
      return new vscode.ThemeIcon('compass');
    case 'done':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    case 'failed':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'));
    case 'stopped':
      return new vscode.ThemeIcon('circle-slash');
  }
}

function describeMetrics(run: Run): string[] {
  const metrics = epochsFirst(run.metrics());
  return metrics.map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`);
}

function describeTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return isToday ? time : `${date.toLocaleDateString()} ${time}`;
}
