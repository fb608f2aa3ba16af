/** Runs an exercise's check on what the learner's script has made. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Attempt, Check, Finding } from '../../protocol/check.ts';
import type { CheckedFinding } from '../../protocol/record.ts';
import type { RunRequest } from '../../protocol/runner.ts';

/** @param exports what the script exports */
export async function checkAttempt(
  request: RunRequest & { check: string },
  exports: Readonly<Record<string, unknown>>,
): Promise<CheckedFinding[]> {
  const { check } = (await import(pathToFileURL(request.check).href)) as { check: Check };
  const findings = await check(attempt(exports, request.folder));
  const lines = readFileSync(request.file, 'utf8').split('\n');
  return findings.map((finding) => placed(finding, lines));
}

function attempt(exports: Attempt['exports'], folder: string): Attempt {
  return {
    exports,
    metric: (name) => metricsIn(path.join(folder, 'events.jsonl'), name),
  };
}

/** The run's own record is the one place where everything logged is kept. */
function metricsIn(file: string, name: string): number[] {
  const records = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return records.flatMap((line) => {
    const { type, values } = JSON.parse(line) as { type: string; values?: Record<string, unknown> };
    return type === 'metrics' && values && name in values ? [Number(values[name])] : [];
  });
}

function placed({ near, ...finding }: Finding, lines: string[]): CheckedFinding {
  const line = near === undefined ? 0 : lines.findIndex((text) => text.includes(near)) + 1;
  return line > 0 ? { ...finding, line } : finding;
}
