import path from 'node:path';
import type { TestMessage } from 'vscode';
import type { Verdict } from './attempt.ts';

/** What the Test Results say of an exercise; its lines end as a terminal wants it. */
export function verdictText(title: string, verdict: Verdict): string {
  return `${lines(title, verdict).join('\n').replace(/\r?\n/g, '\r\n')}\r\n`;
}

function lines(title: string, verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'passed':
      return [`✓ ${title}: solved. “Solution” above the script compares yours with another.`];
    case 'failed':
      return [
        `✗ ${title}: not yet.`,
        ...verdict.messages.map(indented),
        '  “Hint” above the script helps.',
      ];
    case 'broken':
      return [`✗ ${title}: it did not get as far as its check.`, ...verdict.messages.map(indented)];
    case 'stopped':
      return [`${title}: stopped.`];
  }
}

function indented({ message, location }: TestMessage): string {
  const text = typeof message === 'string' ? message : message.value;
  const where = location
    ? `\n${path.basename(location.uri.fsPath)}, line ${location.range.start.line + 1}`
    : '';
  return `${text}${where}`.replace(/^/gm, '  ');
}
