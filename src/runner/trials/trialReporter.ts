/** What a trial reports: numbers, for its own curves. */
import type { Evaluate, Reporter } from '../../api/reporter.ts';
import type { RunnerMessage } from '../../protocol/runner.ts';
import { ScriptProblem } from '../errors/problem.ts';
import { note } from '../note.ts';
import { LiveMetrics } from '../record/liveMetrics.ts';

export type Points = Omit<Extract<RunnerMessage, { type: 'metrics' }>, 'type' | 'runId'>;

const BATCH_MS = 100;

export class TrialReporter implements Reporter {
  readonly seed: number;
  readonly #presets: Readonly<Record<string, number>>;
  readonly #send: (points: Points) => void;
  readonly #rows = new LiveMetrics();
  readonly #ownNames = new Set<string>();
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    seed: number,
    presets: Readonly<Record<string, number>>,
    send: (points: Points) => void,
  ) {
    this.seed = seed;
    this.#presets = presets;
    this.#send = send;
  }

  metrics(values: Record<string, number>, step: number): void {
    for (const name of Object.keys(values)) this.#ownNames.add(name);
    this.#add(values, step);
  }

  /** Of training: the epochs. A curve of all batches, in every trial, would be more than anyone looks at. */
  charted(values: Record<string, number>, step: number): void {
    const wanted = Object.entries(values).filter(
      ([name]) => !this.#ownNames.has(name) && !name.startsWith('batch loss'),
    );
    if (wanted.length > 0) this.#add(Object.fromEntries(wanted), step);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#rows.isEmpty) return;
    this.#sentAt = performance.now();
    const { names, steps, values, present } = this.#rows.take('');
    this.#send({ names, steps, values, present });
  }

  sample(): void {
    noteOnce();
  }

  explorer(): void {
    noteOnce();
  }

  /** Sliders stand still in a trial. */
  tunables(): void {}

  presets(): Readonly<Record<string, number>> {
    return this.#presets;
  }

  trials(): Evaluate {
    throw new ScriptProblem('An objective runs one trial: it cannot call trials(…) itself.');
  }

  #add(values: Record<string, number>, step: number): void {
    this.#rows.add(step, values);
    const wait = this.#sentAt + BATCH_MS - performance.now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait).unref();
  }
}

let noted = false;

function noteOnce(): void {
  if (!noted) note('A trial shows numbers only. Run one again with its values to see its samples.');
  noted = true;
}
