import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { isLive } from '../../../protocol/run.ts';
import type { parseHead, StoredHead } from './head.ts';

const portion = 64;

/** The run folders on disk. Heads are a kilobyte, so they are written in one go: no order to keep, none lost. */
export class RunStore {
  readonly root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.root = root;
  }

  folderOf(runId: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, runId);
  }

  /** The script as it was run. */
  scriptOf({ runId, script }: StoredHead): vscode.Uri {
    return vscode.Uri.joinPath(this.folderOf(runId), `script${path.extname(script)}`);
  }

  create(head: StoredHead, scriptText: string): void {
    mkdirSync(this.folderOf(head.runId).fsPath, { recursive: true });
    writeFileSync(this.scriptOf(head).fsPath, scriptText);
    this.write(head);
  }

  /** Whole or not at all: a crash in between leaves the head before. */
  write(head: StoredHead): void {
    const file = path.join(this.folderOf(head.runId).fsPath, 'run.json');
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(head, null, 2)}\n`);
    renameSync(draft, file);
  }

  /** Every run that can be read, newest first; a folder that is none of ours is left alone. */
  async list(): Promise<StoredHead[]> {
    const names = await readdir(this.root.fsPath).catch(nothingThere);
    if (names.length === 0) return [];
    const { parseHead } = await import('./head.ts');
    const heads: (StoredHead | undefined)[] = [];
    // In portions: thousands of files at once would run out of file descriptors.
    for (let i = 0; i < names.length; i += portion) {
      const some = names.slice(i, i + portion).map((name) => this.#read(name, parseHead));
      heads.push(...(await Promise.all(some)));
    }
    return heads.filter((head) => head !== undefined).sort((a, b) => b.startedAt - a.startedAt);
  }

  /** To the trash where there is one. */
  async remove(runId: string): Promise<void> {
    const folder = this.folderOf(runId);
    try {
      await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: true });
    } catch {
      await vscode.workspace.fs.delete(folder, { recursive: true }); // a server has no trash
    }
  }

  async #read(name: string, parse: typeof parseHead): Promise<StoredHead | undefined> {
    const file = path.join(this.root.fsPath, name, 'run.json');
    const head = parse(await readFile(file, 'utf8').catch(() => ''));
    return head?.runId === name ? head : undefined;
  }
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** A run that says it is live, but whose watcher is gone or is this process, which does not know it. */
export function isCutOff(head: StoredHead): boolean {
  if (!isLive(head)) return false;
  const { watcher, runner } = head;
  if (watcher === undefined || watcher === process.pid || !isAlive(watcher)) return true;
  return runner !== undefined && !isAlive(runner); // a debugger keeps its process to itself
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
