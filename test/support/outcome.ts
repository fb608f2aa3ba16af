/** What a stage of the tests ended in. */
import { readFile, writeFile } from 'node:fs/promises';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What each file with a failure ended in; absent where nobody counted by file. */
  failedFiles?: Record<string, Outcome>;
}

export const nothing: Readonly<Outcome> = { passed: 0, failed: 0, skipped: 0 };

export function plus(a: Outcome, b: Outcome, sign: 1 | -1 = 1): Outcome {
  return {
    passed: a.passed + sign * b.passed,
    failed: a.failed + sign * b.failed,
    skipped: a.skipped + sign * b.skipped,
  };
}

/** Where a stage in another process leaves its outcome: the stage counts as failed when it leaves none. */
export const outcomeVariable = 'GENAI101_TEST_OUTCOME';

export async function leaveOutcome(outcome: Outcome): Promise<void> {
  const file = process.env[outcomeVariable];
  if (file) await writeFile(file, JSON.stringify(outcome));
}

export async function readOutcome(file: string): Promise<Outcome | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Outcome;
  } catch {
    return undefined;
  }
}

/** For example '12 passed, 0 failed, 2 skipped'. */
export function describeOutcome({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
