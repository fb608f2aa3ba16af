import type { ChapterResult } from '../../protocol/certificate.ts';
import type { RunHead } from '../../protocol/run.ts';
import { epochsFirst } from '../runs/epochsFirst.ts';

interface EndedRun {
  head: Pick<RunHead, 'chapter' | 'example' | 'status' | 'seed'>;
  /** The last value of each metric. */
  metrics(): Record<string, number>;
}

/** Of each chapter the newest run that came to its end and logged a number, as the Runs view chooses it. @param runs newest first */
export function newestResults(runs: readonly EndedRun[]): Map<string, ChapterResult> {
  const results = new Map<string, ChapterResult>();
  for (const run of runs) {
    const { chapter, example, status, seed } = run.head;
    const ended = status === 'done' || status === 'exploring';
    if (!chapter || !example || !ended || results.has(chapter)) continue;
    const main = epochsFirst(run.metrics()).find(([, value]) => Number.isFinite(value));
    if (main) results.set(chapter, { example, seed, metric: main[0], value: main[1] });
  }
  return results;
}
