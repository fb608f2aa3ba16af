import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { readHeader } from '../../../curriculum/header.ts';
import { Problem } from '../../problem.ts';

/** A script as it is about to run. */
export interface Script {
  /** From its header, else its file name. */
  title: string;
  text: string;
}

const ending = /\.[mc]?[jt]s$/;

/** Reads the script; what the learner typed is saved first. */
export async function readyScript(file: vscode.Uri): Promise<Script> {
  const name = path.basename(file.path);
  if (file.scheme === 'untitled')
    throw new Problem('Save the script to a file first, then run it.');
  if (file.scheme !== 'file') throw new Problem(`“${name}” is not on a disk, so it cannot be run.`);
  if (!ending.test(name)) {
    throw new Problem(
      `“${name}” is no script: its name ends in none of .ts .mts .cts .js .mjs .cjs.`,
    );
  }
  await save(file);
  const text = await readFile(file.fsPath, 'utf8').catch(() => {
    throw new Problem(`There is no script ${file.fsPath}.`);
  });
  return { title: readHeader(text)?.title ?? name, text };
}

async function save(file: vscode.Uri): Promise<void> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === file.toString(),
  );
  for (let attempt = 0; open?.isDirty && attempt < 3; attempt++) {
    await open.save();
    if (open.isDirty) await nextSave(open, 1000);
  }
  if (open?.isDirty) {
    throw new Problem(`“${path.basename(file.path)}” could not be saved, so it was not run.`);
  }
}

/** A save asked for while VS Code still takes in an edit says no, and is done a moment later. */
function nextSave(document: vscode.TextDocument, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const listener = vscode.workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) done();
    });
  });
}
