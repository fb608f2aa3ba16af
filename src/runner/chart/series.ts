/** Each trained model has its own series of metrics, which goes on when the model is trained again. */
import type { LayersModel } from '../../engine/tf.ts';

export class Series {
  epochs = 0;
  batches = 0;
  readonly #suffix: string;

  constructor(suffix: string) {
    this.#suffix = suffix;
  }

  /** The first model of a script has the plain names; those after it say which model they belong to. */
  named(values: Record<string, number>): Record<string, number> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name + this.#suffix, value]),
    );
  }
}

let all = new WeakMap<LayersModel, Series>();
const suffixes = new Set<string>();

/** The next model trained is the first again. */
export function forgetSeries(): void {
  all = new WeakMap();
  suffixes.clear();
}

export function seriesOf(model: LayersModel): Series {
  const known = all.get(model);
  if (known) return known;
  // A sequential model trains through an inner one, named after it.
  const name = model.name.replace(/_model$/, '');
  let suffix = suffixes.size === 0 ? '' : ` (${name})`;
  for (let i = 2; suffixes.has(suffix); i++) suffix = ` (${name} ${i})`;
  suffixes.add(suffix);
  const series = new Series(suffix);
  all.set(model, series);
  return series;
}
