/** Metrics on their way to the views: rows of numbers, sent in batches; thinned, not queued, where nobody keeps up. */
import type { RunnerMessage } from '../../protocol/runner.ts';

type MetricsMessage = Extract<RunnerMessage, { type: 'metrics' }>;

interface Row {
  step: number;
  values: Record<string, number>;
}

/** More rows than a chart has pixels are thinned: every second row goes, the newest stays. The disk has them all. */
const MOST_ROWS = 4000;

export class LiveMetrics {
  #rows: Row[] = [];

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  add(step: number, values: Record<string, number>): void {
    if (this.#rows.length >= MOST_ROWS) this.#rows = this.#rows.filter((_, i) => i % 2 === 1);
    this.#rows.push({ step, values });
  }

  /** All rows as one message; empty afterwards. */
  take(runId: string): MetricsMessage {
    const rows = this.#rows;
    this.#rows = [];
    const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
    const steps = Float64Array.from(rows, ({ step }) => step);
    const values = new Float64Array(rows.length * names.length).fill(Number.NaN);
    const present = new Uint8Array(values.length);
    rows.forEach((row, i) => {
      names.forEach((name, j) => {
        const value = row.values[name];
        if (value === undefined) return;
        values[i * names.length + j] = value;
        present[i * names.length + j] = 1;
      });
    });
    return { type: 'metrics', runId, names, steps, values, present };
  }
}
