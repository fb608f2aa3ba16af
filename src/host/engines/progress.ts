import type * as vscode from 'vscode';
import { megabytes } from './install/disk.ts';
import type { InstallStep } from './install/install.ts';

export type Report = vscode.Progress<{ message?: string; increment?: number }>;

/** Milliseconds between two messages. */
const pace = 250;

/** Puts the steps of an installation into words, with the time left by the speed so far. */
export class InstallProgress {
  readonly #report: Report;
  /** Bytes of all archives; undefined where a server did not say. */
  readonly #all: number | undefined;
  #title = '';
  #began = { at: 0, received: 0 };
  #told = 0;
  #percent = 0;
  #earlier = 0;

  constructor(report: Report, all: number | undefined) {
    this.#report = report;
    this.#all = all;
  }

  tell(step: InstallStep): void {
    if (step.name === 'unpack') this.#report.report({ message: 'checking and unpacking' });
    else this.#download(step.source.title, step.received, step.total);
  }

  #download(title: string, received: number, total: number): void {
    const now = Date.now();
    if (title !== this.#title) {
      this.#title = title;
      this.#began = { at: now, received };
      this.#told = 0;
    }
    if (now - this.#told < pace && received < total) return;
    this.#told = now;
    const message = `${title}, ${(received / 1e6).toFixed(1)} of ${megabytes(total)}${this.#left(received, total)}`;
    this.#report.report({ message, increment: this.#increment(received, total) });
    if (received === total) this.#earlier += total;
  }

  #increment(received: number, total: number): number {
    const percent = (100 * (this.#earlier + received)) / (this.#all ?? this.#earlier + total);
    const increment = Math.max(0, percent - this.#percent);
    this.#percent += increment;
    return increment;
  }

  #left(received: number, total: number): string {
    const seconds = (Date.now() - this.#began.at) / 1000;
    const perSecond = (received - this.#began.received) / seconds;
    if (seconds < 1 || perSecond <= 0) return '';
    return `, ${inWords((total - received) / perSecond)} left`;
  }
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
