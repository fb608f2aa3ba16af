/** Chapter 04, from the records of its trials. */
import type { RunRecord, TrialRecord } from '../../../src/protocol/record.ts';
import { type Measures, median } from './measure.ts';

export const hyperparameterTuning: Measures = {
  /** All pairs of the grid are rows of one sweep, and their losses tell good from bad. */
  'grid-search'({ records }) {
    const trials = ended(records);
    const pairs = new Set(trials.map(({ values }) => `${values.learningRate} ${values.l2}`));
    const [best, middle] = [Math.min(...losses(trials)), median(losses(trials))];
    const whole = trials.length === 25 && pairs.size === 25 && hasSweep(records);
    return {
      measure: `${trials.length} trials of ${pairs.size} pairs, best loss ${best.toFixed(3)}, median ${middle.toFixed(3)}`,
      reached: whole && best < 0.45 && best < middle,
    };
  },

  'random-search'({ records }) {
    const trials = ended(records);
    const searches = bySearch(trials);
    const grid = searches.get(0) ?? [];
    const random = [...searches].filter(([search]) => search > 0).map(([, losses]) => losses);
    const equal = random.every((losses) => losses.length === grid.length);
    const wins = random.filter((losses) => Math.min(...losses) < Math.min(...grid)).length;
    return {
      measure: `better than the grid in ${wins} of ${random.length} searches of ${grid.length} trials`,
      reached: equal && random.length === 10 && wins >= 7,
    };
  },

  /** In each pair of searches: after how many trials the model is as good as random search at its end. */
  'bayesian-optimization'({ records }) {
    const trials = ended(records);
    const [random, bayesian] = ['random', 'Bayesian'].map((method) => [
      ...bySearch(trials.filter(({ values }) => values.method === method)).values(),
    ]);
    const needed = (bayesian ?? []).map((losses, i) => {
      const aim = Math.min(...(random?.[i] ?? []));
      const index = losses.findIndex((loss) => loss <= aim);
      return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
    });
    const budget = random?.[0]?.length ?? 0;
    const whole =
      needed.length === 10 &&
      random?.length === 10 &&
      random.every(({ length }) => length === budget);
    return {
      measure: `as good as ${budget} random trials after ${median(needed)} (median of ${needed.length}: ${needed.join(', ')})`,
      reached: whole && median(needed) <= budget / 2,
    };
  },

  /** The swarm as a whole gets better, and nothing good is lost on the way. */
  'genetic-search'({ records }) {
    const found = losses(ended(records));
    const size = 16;
    const generations = Array.from({ length: found.length / size }, (_, i) =>
      found.slice(i * size, (i + 1) * size),
    );
    const best = generations.map((each) => Math.min(...each));
    const medians = generations.map(median);
    const [first = 0, last = 0] = [medians[0], medians.at(-1)];
    const keeps = best.every((loss, i) => i === 0 || loss <= (best[i - 1] ?? 0) + 1e-6);
    return {
      measure: `${generations.length} generations: median loss ${first.toFixed(3)} → ${last.toFixed(3)}, best ${best.at(-1)?.toFixed(3)}`,
      reached: generations.length === 6 && keeps && last < 0.8 * first && Math.min(...found) < 0.45,
    };
  },
};

function hasSweep(records: readonly RunRecord[]): boolean {
  return records.some(({ type }) => type === 'sweep');
}

/** By number, which is the order in which the script asked for them. */
function ended(records: readonly RunRecord[]): TrialRecord[] {
  const trials = records.filter((record) => record.type === 'trial');
  return trials.filter(({ status }) => status !== 'running').sort((a, b) => a.trial - b.trial);
}

/** What diverged or failed is worse than all others. */
function losses(trials: readonly TrialRecord[]): number[] {
  return trials.map(({ status, result }) =>
    status === 'done' ? Number(result) : Number.POSITIVE_INFINITY,
  );
}

function bySearch(trials: readonly TrialRecord[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const trial of trials) {
    const search = Number(trial.values.search);
    found.set(search, [...(found.get(search) ?? []), ...losses([trial])]);
  }
  return found;
}
