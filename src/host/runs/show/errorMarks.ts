import * as vscode from 'vscode';
import type { ScriptError } from '../../../protocol/record.ts';
import type { Run } from '../run.ts';
import type { Runs } from '../runs.ts';

/** Underlines the line of the learner's file where a run failed, until that line is edited or the script runs again. */
export class ErrorMarks implements vscode.Disposable {
  readonly #marks = vscode.languages.createDiagnosticCollection('GenAI 101');
  readonly #disposables: vscode.Disposable[];
  /** By script: the file its last error lies in, which may be a module it imports. */
  readonly #fileOf = new Map<string, vscode.Uri>();
  readonly #marked = new Set<string>();

  constructor(runs: Runs) {
    this.#disposables = [
      this.#marks,
      runs.onDidChange((run) => run && this.#follow(run)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
    ];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  #follow(run: Run): unknown {
    const { script, status, error, runId } = run.head;
    if (status === 'starting' || status === 'running') return this.#clear(script);
    if (status !== 'failed' || !error || this.#marked.has(runId)) return undefined;
    this.#marked.add(runId);
    this.#clear(script);
    return this.#mark(script, error);
  }

  #mark(script: string, error: ScriptError): void {
    const file = vscode.Uri.file(error.file ?? script);
    const mark = new vscode.Diagnostic(
      rangeOf(file, error),
      error.message,
      vscode.DiagnosticSeverity.Error,
    );
    mark.source = 'GenAI 101';
    this.#marks.set(file, [mark]);
    this.#fileOf.set(script, file);
  }

  #clear(script: string): void {
    const file = this.#fileOf.get(script);
    if (!file) return;
    this.#marks.delete(file);
    this.#fileOf.delete(script);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const marks = this.#marks.get(document.uri);
    if (!marks || marks.length === 0 || contentChanges.length === 0) return;
    const left = contentChanges.reduce<readonly vscode.Diagnostic[]>(after, marks);
    this.#marks.set(document.uri, left);
  }
}

/** The marks after an edit: gone where it touched their line, moved where it lies above. */
function after(
  marks: readonly vscode.Diagnostic[],
  { range, text }: vscode.TextDocumentContentChangeEvent,
): vscode.Diagnostic[] {
  const added = text.split('\n').length - 1 - (range.end.line - range.start.line);
  return marks.flatMap((mark) => {
    const { start, end } = mark.range;
    if (range.start.line > start.line) return [mark];
    const isAbove = range.end.line < start.line || isWholeLines(range, text);
    if (!isAbove) return [];
    const moved = new vscode.Diagnostic(
      new vscode.Range(start.translate(added), end.translate(added)),
      mark.message,
      mark.severity,
    );
    moved.source = mark.source ?? 'GenAI 101';
    return [moved];
  });
}

/** Whole lines put in or taken out: what follows them only moves. */
function isWholeLines(range: vscode.Range, text: string): boolean {
  if (range.end.character !== 0) return false;
  return text === '' ? range.start.character === 0 : text.endsWith('\n');
}

/** From the column to the end of the line; the first line where none is known. */
function rangeOf(file: vscode.Uri, { line = 1, column = 1 }: ScriptError): vscode.Range {
  const start = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (!open || start.line >= open.lineCount)
    return new vscode.Range(start, start.translate(0, 200));
  const text = open.lineAt(start.line);
  const begin = start.character < text.text.trimEnd().length ? start.character : 0;
  return new vscode.Range(start.with({ character: begin }), text.range.end);
}
