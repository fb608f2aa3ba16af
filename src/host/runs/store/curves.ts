import { Curve } from '../../../protocol/curve.ts';
import type { RunnerMessage } from '../../../protocol/runner.ts';
import type { MetricCurve } from '../../../protocol/views.ts';

/** A script that makes up a new name each step would fill memory; its run folder has them all. */
const mostNames = 200;
/** More points than a chart has pixels need not travel in one batch. */
const mostBuckets = 250;

/** The metrics of one run, within bounds however long it is. */
export class Curves {
  readonly #curves = new Map<string, Curve>();

  add(name: string, step: number, value: number): void {
    const curve = this.#curves.get(name) ?? this.#begin(name);
    curve?.add(step, value);
  }

  addAll(batch: readonly MetricCurve[]): void {
    for (const { name, steps, values } of batch) {
      steps.forEach((step, i) => {
        this.add(name, step, values[i] ?? Number.NaN);
      });
    }
  }

  all(): MetricCurve[] {
    return [...this.#curves].map(([name, curve]) => toMetricCurve(name, curve));
  }

  /** The last value of each metric. */
  last(): Record<string, number> {
    const entries = [...this.#curves].map(([name, curve]) => [name, curve.last?.value ?? NaN]);
    return Object.fromEntries(entries);
  }

  #begin(name: string): Curve | undefined {
    if (this.#curves.size >= mostNames) return undefined;
    const curve = new Curve();
    this.#curves.set(name, curve);
    return curve;
  }
}

type MetricsMessage = Extract<RunnerMessage, { type: 'metrics' }>;

/** A batch of the wire, one curve a name; undefined where its parts do not fit together. */
export function toBatch({ names, steps, values, present }: MetricsMessage) {
  const cells = names.length * steps.length;
  if (values.length !== cells || present.length !== cells) return undefined;
  return names.slice(0, mostNames).map((name, j): MetricCurve => {
    const curve = new Curve(mostBuckets);
    steps.forEach((step, i) => {
      const cell = i * names.length + j;
      if (present[cell]) curve.add(step, values[cell] ?? Number.NaN);
    });
    return toMetricCurve(name, curve);
  });
}

function toMetricCurve(name: string, curve: Curve): MetricCurve {
  const points = curve.points();
  return {
    name,
    steps: points.map((point) => point.step),
    values: points.map((point) => point.value),
  };
}
