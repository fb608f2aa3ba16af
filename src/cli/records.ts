import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunRecord } from '../protocol/record.ts';

/** Adds a record to a run folder whose runner is gone; a line cut off by its death stays a line of its own. */
export function appendRecord(folder: string, record: RunRecord): string {
  const file = path.join(folder, 'events.jsonl');
  const line = `${JSON.stringify(record)}\n`;
  const isWhole = !existsSync(file) || /(^|\n)$/.test(readFileSync(file, 'utf8'));
  appendFileSync(file, `${isWhole ? '' : '\n'}${line}`);
  return line;
}
