/** A sweep as its records tell it: every trial with its state and its own curves. Host and webview share this model. */
import { Curve, type CurvePoint } from './curve.ts';
import { fromWord, toWord } from './numberWord.ts';
import type { SweepRecord, TrialPointsRecord, TrialRecord, TrialsRecord } from './record.ts';

/** More would be no table for people; the run folder has them all. */
const MOST_TRIALS = 2000;
const MOST_NAMES = 20;
/** Of each curve; a trial's picture is small. */
const BUCKETS = 60;

export interface Trial extends TrialRecord {
  curves: ReadonlyMap<string, Curve>;
}

export class Trials {
  #sweep: SweepRecord | undefined;
  readonly #trials = new Map<number, TrialRecord>();
  readonly #curves = new Map<number, Map<string, Curve>>();

  /** What is measured; undefined where the run has no sweep. */
  get sweep(): SweepRecord | undefined {
    return this.#sweep;
  }

  /** By number. */
  all(): Trial[] {
    const ordered = [...this.#trials.values()].sort((a, b) => a.trial - b.trial);
    return ordered.map((record) => ({ ...record, curves: this.#curvesOf(record.trial) }));
  }

  get(trial: number): TrialRecord | undefined {
    return this.#trials.get(trial);
  }

  add(record: TrialsRecord): void {
    switch (record.type) {
      case 'sweep':
        this.#sweep = record;
        return;
      case 'trial':
        if (this.#trials.has(record.trial) || this.#trials.size < MOST_TRIALS)
          this.#trials.set(record.trial, record);
        return;
      case 'trialPoints':
        this.#addPoints(record);
    }
  }

  /** As few records as tell the same. */
  records(): TrialsRecord[] {
    const points = [...this.#curves].flatMap(([trial, curves]) =>
      [...curves].map(([name, curve]) => toRecord(trial, name, curve.points())),
    );
    return [...(this.#sweep ? [this.#sweep] : []), ...this.#trials.values(), ...points];
  }

  #addPoints({ trial, steps, values }: TrialPointsRecord): void {
    if (!this.#trials.has(trial)) return;
    for (const [name, column] of Object.entries(values)) {
      const curve = this.#curve(trial, name);
      steps.forEach((step, i) => {
        const word = column[i];
        if (word !== null && word !== undefined) curve?.add(step, fromWord(word));
      });
    }
  }

  #curve(trial: number, name: string): Curve | undefined {
    const curves = this.#curvesOf(trial);
    const known = curves.get(name);
    if (known || curves.size >= MOST_NAMES) return known;
    const curve = new Curve(BUCKETS);
    curves.set(name, curve);
    return curve;
  }

  #curvesOf(trial: number): Map<string, Curve> {
    const curves = this.#curves.get(trial) ?? new Map<string, Curve>();
    this.#curves.set(trial, curves);
    return curves;
  }
}

function toRecord(trial: number, name: string, points: readonly CurvePoint[]): TrialPointsRecord {
  const steps = points.map(({ step }) => step);
  return {
    type: 'trialPoints',
    trial,
    steps,
    values: { [name]: points.map(({ value }) => toWord(value)) },
  };
}

/** The trial whose measure is best so far. */
export function bestTrial<T extends TrialRecord>(
  trials: readonly T[],
  { best }: Pick<SweepRecord, 'best'>,
): T | undefined {
  const sign = best === 'lowest' ? 1 : -1;
  const done = trials.filter(({ status }) => status === 'done');
  const score = (trial: T) => sign * Number(trial.result);
  return done.reduce<T | undefined>(
    (found, trial) => (found && score(found) <= score(trial) ? found : trial),
    undefined,
  );
}
