import * as vscode from 'vscode';
import type { Run } from './run.ts';

/** Curves of this many ended runs stay in memory; those of others are read again when looked at. */
const remembered = 4;

/** The run that the Training and Samples views show. */
export class Shown implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Run | undefined>();
  #run: Run | undefined;
  /** The runs looked at last, newest first. */
  #looked: Run[] = [];

  readonly onDidChange = this.#changed.event;

  get run(): Run | undefined {
    return this.#run;
  }

  show(run: Run | undefined): void {
    if (run === this.#run) return;
    this.#run = run;
    if (run) this.#look(run);
    this.#changed.fire(run);
  }

  /** The run was deleted, or read anew. */
  forget(run: Run): void {
    this.#looked = this.#looked.filter((each) => each !== run);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #look(run: Run): void {
    this.#looked = [run, ...this.#looked.filter((each) => each !== run)];
    for (const old of this.#looked.slice(remembered)) old.forget();
    this.#looked = this.#looked.filter((each, i) => i < remembered || each.isLive);
  }
}
