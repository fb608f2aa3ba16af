import * as vscode from 'vscode';
import type { CheckedFinding } from '../../protocol/record.ts';
import type { Run } from '../runs/run.ts';
import type { Runs } from '../runs/runs.ts';

/** What came of running an exercise's script and looking at what it made. */
export type Verdict =
  | { kind: 'passed' }
  | { kind: 'failed'; messages: vscode.TestMessage[] }
  /** The script did not get as far as the check. */
  | { kind: 'broken'; messages: vscode.TestMessage[] }
  | { kind: 'stopped' };

/** Runs the learner's script with its check, in a run like any other: Training shows it, Stop ends it. */
export async function attempt(
  runs: Runs,
  file: vscode.Uri,
  check: vscode.Uri,
  cancelled: vscode.CancellationToken,
): Promise<Verdict> {
  const run = await runs.start({ file, check });
  const stopping = cancelled.onCancellationRequested(() => void runs.stop(run.runId));
  try {
    await runs.left(run.runId);
  } finally {
    stopping.dispose();
  }
  return verdictOf(run, file);
}

function verdictOf(run: Run, file: vscode.Uri): Verdict {
  const { status, error } = run.head;
  if (status === 'stopped') return { kind: 'stopped' };
  if (run.findings === undefined || status === 'failed') {
    const message = new vscode.TestMessage(
      error?.message ?? 'The script ended before it could be checked.',
    );
    place(
      message,
      file,
      error?.file === undefined || error.file === file.fsPath ? error?.line : undefined,
    );
    return { kind: 'broken', messages: [message] };
  }
  const missed = run.findings.filter(({ passed }) => !passed);
  if (missed.length === 0) return { kind: 'passed' };
  return { kind: 'failed', messages: missed.map((finding) => messageOf(finding, file)) };
}

function messageOf({ expected, seen, line }: CheckedFinding, file: vscode.Uri): vscode.TestMessage {
  const message = new vscode.TestMessage(`Expected: ${expected}.\nSeen: ${seen}.`);
  place(message, file, line);
  return message;
}

/** @param line 1-based */
function place(message: vscode.TestMessage, file: vscode.Uri, line: number | undefined): void {
  message.location = new vscode.Location(file, new vscode.Position((line ?? 1) - 1, 0));
}
