/** Ways to fill the gaps of a small table, and how far each is from what was hidden. */
import { houses } from '../../../src/data/houses.ts';
import { Random } from '../../../src/data/random.ts';

export const ROWS = 16;
export const columns = ['area, m²', 'rooms', 'price, thousands'] as const;
export const COLUMNS = columns.length;
/** [16, 3], row by row. */
export const truth = tableOf(20);

export const methods = ['drop', 'mean', 'median', 'k-nearest'] as const;
export type Method = (typeof methods)[number];

/** [row · 3 + column] of the cells that are hidden. */
export type Hidden = ReadonlySet<number>;

export interface Scores {
  /** Rows that are left to learn from. */
  rows: number;
  /** Root mean squared error of the filled cells, in standard deviations; undefined when none is filled. */
  error: number | undefined;
}

/** What a method writes into a hidden cell; undefined when it has nothing to go by. */
export function fill(method: Method, hidden: Hidden, cell: number, k: number): number | undefined {
  const known = knownOf(hidden, cell % COLUMNS);
  if (known.length === 0 || method === 'drop') return undefined;
  if (method === 'mean') return meanOf(known);
  if (method === 'median') return medianOf(known);
  const near = neighbours(hidden, cell, k);
  return near.length === 0
    ? undefined
    : meanOf(near.map((row) => truth[row * COLUMNS + (cell % COLUMNS)] ?? 0));
}

/** The k rows most like the cell's row that know this column, nearest first. */
export function neighbours(hidden: Hidden, cell: number, k: number): number[] {
  const row = Math.floor(cell / COLUMNS);
  const deviations = columns.map((_, column) => deviationOf(knownOf(hidden, column)));
  const candidates = Array.from({ length: ROWS }, (_, other) => other)
    .filter((other) => other !== row && !hidden.has(other * COLUMNS + (cell % COLUMNS)))
    .map((other) => ({ other, distance: distanceOf(hidden, row, other, deviations) }))
    .filter(({ distance }) => Number.isFinite(distance));
  return candidates
    .sort((a, b) => a.distance - b.distance)
    .slice(0, k)
    .map(({ other }) => other);
}

export function score(method: Method, hidden: Hidden, k: number): Scores {
  const holed = new Set([...hidden].map((cell) => Math.floor(cell / COLUMNS)));
  if (method === 'drop') return { rows: ROWS - holed.size, error: undefined };
  const squares = [...hidden].flatMap((cell) => {
    const filled = fill(method, hidden, cell, k);
    if (filled === undefined) return [];
    return ((filled - (truth[cell] ?? 0)) / (spreads[cell % COLUMNS] ?? 1)) ** 2;
  });
  return { rows: ROWS, error: squares.length === 0 ? undefined : Math.sqrt(meanOf(squares)) };
}

/** The same cells for the same seed, at most one a row. */
export function hideAtRandom(count: number, seed: number): number[] {
  const random = new Random(seed);
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  return Array.from({ length: count }, () => {
    const [row = 0] = rows.splice(random.below(rows.length), 1);
    return row * COLUMNS + random.below(COLUMNS);
  });
}

function tableOf(seed: number): readonly number[] {
  const { features, prices } = houses({ count: ROWS, seed });
  return Array.from(prices).flatMap((price, row) => [
    features[4 * row] ?? 0,
    features[4 * row + 1] ?? 0,
    price,
  ]);
}

/** Mean squared difference in the columns that both rows know, each in its own standard deviations. */
function distanceOf(hidden: Hidden, a: number, b: number, deviations: readonly number[]): number {
  const terms = columns.flatMap((_, column) => {
    const [left, right] = [a * COLUMNS + column, b * COLUMNS + column];
    if (hidden.has(left) || hidden.has(right)) return [];
    return (((truth[left] ?? 0) - (truth[right] ?? 0)) / (deviations[column] || 1)) ** 2;
  });
  return terms.length === 0 ? Number.POSITIVE_INFINITY : meanOf(terms);
}

function knownOf(hidden: Hidden, column: number): number[] {
  return truth.filter((_, cell) => cell % COLUMNS === column && !hidden.has(cell));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function deviationOf(values: readonly number[]): number {
  if (values.length === 0) return 1;
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

const spreads = columns.map((_, column) => deviationOf(knownOf(new Set(), column)));
