import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { plainNodeEnvironment } from '../runs/launch/environment.ts';
import type { EngineFolders } from '../runs/launch/request.ts';
import type { Run } from '../runs/run.ts';
import type { Runs } from '../runs/runs.ts';
import type { NativeEngine } from './nativeEngine.ts';

/** Nothing has trained for this long. */
const usualIdleMs = 3000;

/**
 * Finds out, once a session, which engine is the faster one here: after the first run, when nothing trains, so that no
 * run is slowed. A run that starts meanwhile ends it; it begins again after that one.
 */
export class EngineMeasurement implements vscode.Disposable {
  readonly #runs: Runs;
  readonly #folders: () => Promise<EngineFolders>;
  /** Ends at once where there is nothing (more) to find out. */
  readonly #program: string;
  readonly #idleMs: number;
  readonly #subscription: vscode.Disposable;
  #state: 'before the first run' | 'wanted' | 'done' = 'before the first run';
  #timer: NodeJS.Timeout | undefined;
  #process: ChildProcess | undefined;

  constructor(
    { extensionUri }: Pick<vscode.ExtensionContext, 'extensionUri'>,
    runs: Runs,
    folders: () => Promise<EngineFolders>,
    native: Pick<NativeEngine, 'onDidChange'>,
    idleMs = usualIdleMs,
  ) {
    this.#idleMs = idleMs;
    this.#runs = runs;
    this.#folders = folders;
    this.#program = vscode.Uri.joinPath(extensionUri, 'dist/runner/measure.mjs').fsPath;
    this.#subscription = vscode.Disposable.from(
      runs.onDidChange(() => this.#look()),
      native.onDidChange(() => this.#again()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#state = 'done';
    this.#cancel();
  }

  #look(): void {
    if (this.#state === 'done') return;
    if (this.#runs.live.some(isBusy)) {
      this.#state = 'wanted';
      this.#cancel();
    } else if (this.#state === 'wanted' && !this.#process) {
      this.#timer ??= setTimeout(() => void this.#measure(), this.#idleMs);
    }
  }

  /** There is another native engine than before. */
  #again(): void {
    this.#cancel();
    this.#state = 'wanted';
    this.#look();
  }

  async #measure(): Promise<void> {
    const folders = await this.#folders();
    // A run may have started meanwhile, or the window closed.
    if (!this.#timer) return;
    this.#timer = undefined;
    const child = spawn(process.execPath, [this.#program, JSON.stringify(folders)], {
      env: plainNodeEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    this.#process = child;
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', (error) => this.#ended(child, error.message));
    child.on('close', (status) => this.#ended(child, status === 0 ? undefined : stderr));
  }

  /** Without a measurement the portable engine trains, as before: nothing to trouble the learner with. */
  #ended(child: ChildProcess, problem: string | undefined): void {
    if (this.#process !== child) return; // cancelled
    this.#process = undefined;
    this.#state = 'done';
    if (problem !== undefined) console.warn(`The engines could not be measured. ${problem}`);
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const child = this.#process;
    this.#process = undefined;
    child?.kill();
  }
}

function isBusy({ head }: Run): boolean {
  return head.status === 'starting' || head.status === 'running';
}
