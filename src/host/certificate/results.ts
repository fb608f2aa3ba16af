import type { ChapterResult } from '../../protocol/certificate.ts';
import type { RunHead } from '../../protocol/run.ts';

interface EndedRun {
  head: Pick<RunHead, 'chapter' | 'example' | 'status' | 'seed'>;
  /** The last value of each metric. */
  metrics(): Record<string, number>;
}

/** Of each chapter the newest run that came to its end and logged a number. @param runs newest first */
export function newestResults(runs: readonly EndedRun[]): Map<string, ChapterResult> {
  const results = new Map<string, ChapterResult>();
  for (const run of runs) {
    const { chapter, example, status, seed } = run.head;
    const ended = status === 'done' || status === 'exploring';
    if (!chapter || !example || !ended || results.has(chapter)) continue;
    const main = mainMetric(run.metrics());
    if (main) results.set(chapter, { example, seed, ...main });
  }
  return results;
}

/** As the Runs view chooses: those of whole epochs before those of single batches. */
function mainMetric(metrics: Record<string, number>) {
  const finite = Object.entries(metrics).filter(([, value]) => Number.isFinite(value));
  const [name, value] = finite.find(([name]) => !name.startsWith('batch ')) ?? finite[0] ?? [];
  return name === undefined || value === undefined ? undefined : { metric: name, value };
}
