/** Chapter 02, from its pictures, tables and texts. */
import { digits } from '../../../src/data/digits.ts';
import { isLawful, names } from '../../../src/data/names.ts';
import { spirals } from '../../../src/data/points.ts';
import type { RunRecord } from '../../../src/protocol/record.ts';
import { lastTiles } from '../pictures.ts';
import { type Measures, percent } from './measure.ts';
import { lastOf, lastValueOf } from './records.ts';

export const neuralNetworks: Measures = {
  'multilayer-perceptron'(run) {
    const map = lastTiles(run.folder, run.records, 'decision map');
    const accuracy = accuracyOnMap(map.pixels);
    return { measure: `accuracy ${percent(accuracy)} on its map`, reached: accuracy >= 0.98 };
  },

  'convolutional-network'(run, judges) {
    const accuracy = accuracyOfTable(run.records);
    const epochs = run.records.filter(({ type }) => type === 'images').filter(isNamed('filters'));
    const dreams = lastTiles(run.folder, run.records, 'dreamed digits');
    const named = judges.digits.name(dreams.pixels).filter(({ label }, digit) => label === digit);
    return {
      measure: `accuracy ${(100 * accuracy).toFixed(1)} %, filters of ${epochs.length} epochs, ${named.length} of ${dreams.count} dreams named as asked`,
      reached: accuracy >= 0.98 && epochs.length >= 3 && named.length >= 0.8 * dreams.count,
    };
  },

  'recurrent-network'(run) {
    const started = run.records.find((record) => record.type === 'start');
    const known = names({ count: 2400, seed: started?.type === 'start' ? started.seed : 1 });
    const train = new Set(known.slice(0, 2000));
    const baseline = bigramPerplexity([...train], known.slice(2000));
    const perplexity = lastValueOf(run, 'perplexity');
    const written = lastOf(run, 'text', '100 names').text.split('\n');
    const fresh = written.filter((name) => !train.has(name)).length / written.length;
    const lawful = written.filter(isLawful).length / written.length;
    return {
      measure: `perplexity ${perplexity.toFixed(2)}, of pairs ${baseline.toFixed(2)}; ${percent(fresh)} of names new, ${percent(lawful)} keep the rules`,
      // Names by pairs of letters keep the rules 28 % of the time.
      reached: perplexity < baseline && fresh >= 0.7 && lawful >= 0.7,
    };
  },
};

/** Add-one smoothed counts of which letter follows which; the dot stands before and after a name. */
export function bigramPerplexity(train: readonly string[], test: readonly string[]): number {
  const pairs = (name: string) => [...`${name}.`].map((next, i) => `${name[i - 1] ?? '.'}${next}`);
  const counts = new Map<string, number>();
  for (const pair of train.flatMap(pairs)) {
    for (const key of [pair, pair.charAt(0)]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const tested = test.flatMap(pairs);
  const loss = tested.map((pair) => {
    const seen = (counts.get(pair) ?? 0) + 1;
    return -Math.log(seen / ((counts.get(pair.charAt(0)) ?? 0) + 27));
  });
  return Math.exp(sum(loss) / tested.length);
}

function isNamed(name: string): (record: RunRecord) => boolean {
  return (record) => 'name' in record && record.name === name;
}

/** From the table of labels and answers; its rows must be the test digits’ own counts. */
function accuracyOfTable(records: RunRecord[]): number {
  const table = records.findLast((record) => record.type === 'matrix');
  if (table?.type !== 'matrix') return 0;
  const rows = table.values.map((row) => row.map(Number));
  const { labels } = digits({ count: 1000, seed: 1000 });
  const isWhole = rows.every((row, digit) => sum(row) === labels.filter((l) => l === digit).length);
  return isWhole ? sum(rows.map((row, digit) => row[digit] ?? 0)) / labels.length : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Looks new points of the spirals up on a square map of -1 to 1, whose upper left is (-1, 1). */
export function accuracyOnMap(map: Float32Array): number {
  const side = Math.sqrt(map.length);
  const { points, labels } = spirals({ count: 1000, seed: 771_002 });
  const place = (value: number) => Math.round(((value + 1) / 2) * (side - 1));
  const right = labels.filter((label, i) => {
    const column = place(points[2 * i] ?? 0);
    const row = place(-(points[2 * i + 1] ?? 0));
    return (map[row * side + column] ?? 0) > 0.5 === (label === 1);
  });
  return right.length / labels.length;
}
