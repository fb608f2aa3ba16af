/** A folder with scripts, and runs of them, kept apart from the extension's own. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Run } from '../../../../src/host/runs/run.ts';
import { Runs } from '../../../../src/host/runs/runs.ts';

export const root = path.resolve(import.meta.dirname, '../..');
const limit = 25_000;

export class Workshop {
  readonly folder: string;
  runs: Runs;

  private constructor(folder: string) {
    this.folder = folder;
    this.runs = this.reopen();
  }

  static async open(): Promise<Workshop> {
    const folder = await mkdtemp(path.join(tmpdir(), 'g101-runs-'));
    await mkdir(path.join(folder, 'scripts'));
    await writeFile(path.join(folder, 'scripts/package.json'), '{ "type": "module" }\n');
    return new Workshop(folder);
  }

  /** Another window on the same run store. */
  reopen(): Runs {
    this.runs = new Runs({
      storage: vscode.Uri.file(path.join(this.folder, 'runs')),
      runnerPath: path.join(root, 'dist/runner/main.mjs'),
      exampleAt: () => undefined,
      engines: async () => ({}),
    });
    return this.runs;
  }

  async script(name: string, lines: string[]): Promise<vscode.Uri> {
    const file = path.join(this.folder, 'scripts', name);
    await writeFile(file, `${lines.join('\n')}\n`);
    return vscode.Uri.file(file);
  }

  /** Runs a script to the end of its process. */
  async run(name: string, lines: string[], within = limit): Promise<Run> {
    const run = await this.runs.start({ file: await this.script(name, lines) });
    await this.until(() => !run.isLive, within);
    await this.runs.left(run.runId);
    return run;
  }

  async events(run: Run): Promise<string[]> {
    const text = await readFile(path.join(run.folder.fsPath, 'events.jsonl'), 'utf8');
    return text.trimEnd().split('\n');
  }

  async until(isSo: () => boolean, within = limit): Promise<void> {
    const end = Date.now() + within;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`Not so after ${within / 1000} s: ${isSo}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.runs.live.map((run) => this.runs.stop(run.runId)));
    this.runs.dispose();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether a process is there. */
export function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
