/** Scripts written by a test: those that no editor would let stand. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Writes files side by side into a folder of their own; returns the path of the first. */
export function write(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'genai101-script-'));
  for (const [name, source] of Object.entries(files))
    writeFileSync(path.join(folder, name), source);
  return path.join(folder, Object.keys(files)[0] ?? '');
}
