/** A small dirty table, what is wrong in it, and what only looks wrong. */

export const columns = ['area, m²', 'rooms', 'age, years', 'price, thousands'] as const;
export const COLUMNS = columns.length;

/** As it was handed over. */
export const rows: readonly (readonly string[])[] = [
  ['86', '3', '12', '239'],
  ['124', '5', '41', '301'],
  ['9500', '4', '30', '258'],
  ['71', '2', '-8', '214'],
  ['124', '5', '41', '301'],
  ['143', 'five', '55', '322'],
  ['38', '1', '118', '98'],
  ['102', '4', '', '267'],
  ['310', '11', '5', '702'],
  ['97 m²', '4', '22', '261'],
  ['110', '4', '1987', '275'],
  ['64', '3', '0', '201'],
];

export type Kind = 'outlier' | 'duplicate' | 'wrong type' | 'missing';

/** By cell, row · 4 + column; a duplicate counts by any of its row's cells. */
const faults = new Map<number, { kind: Kind; reason: string }>([
  [8, { kind: 'outlier', reason: 'A hundred times too large: probably dm² for m².' }],
  [14, { kind: 'outlier', reason: 'No house is younger than 0 years.' }],
  [16, { kind: 'duplicate', reason: 'The same house as in row 2: it would count twice.' }],
  [21, { kind: 'wrong type', reason: 'A word. A network needs the number 5.' }],
  [30, { kind: 'missing', reason: 'A gap. Drop the row, or fill it: see “Missing values”.' }],
  [
    36,
    { kind: 'wrong type', reason: 'A number with its unit is a text. This one can be repaired.' },
  ],
  [42, { kind: 'outlier', reason: 'The year it was built, in a column of ages.' }],
]);

/** What a hasty eye takes for a fault. */
const plausible = new Map<number, string>([
  [24, 'Small, but a flat of one room may be.'],
  [26, 'Old, but there are such houses; the low price fits.'],
  [27, 'Low, but it fits a small old flat.'],
  [32, 'Large, but it fits its 11 rooms and its price: unusual is not wrong.'],
  [33, 'Many, but they fit the area.'],
  [35, 'High, but it fits the area.'],
  [46, 'A new house is 0 years old; here 0 is a value, not a gap.'],
]);

export const FAULTS = faults.size;

export interface Finding {
  /** The cell that stands for the fault: a duplicate is one, wherever it is clicked. */
  cell: number;
  kind: Kind | undefined;
  reason: string;
}

export function judge(cell: number): Finding {
  const at = Math.floor(cell / COLUMNS) === 4 ? 16 : cell;
  const fault = faults.get(at);
  if (fault) return { cell: at, ...fault };
  const reason =
    plausible.get(cell) ??
    (Math.floor(cell / COLUMNS) === 1
      ? 'This row is the first of its kind; its copy is further down.'
      : 'Nothing is wrong with this one.');
  return { cell, kind: undefined, reason };
}

export const allFaults: readonly number[] = [...faults.keys()];

/** The areas a computer can read; those of rows with a fault that was found are left out. */
export function areasLeft(found: ReadonlySet<number>): number[] {
  const dropped = new Set([...found].map((cell) => Math.floor(cell / COLUMNS)));
  dropped.delete(9); // repaired, not dropped
  return rows.flatMap(([text = ''], row) => {
    const area = Number(found.has(36) ? text.replace(' m²', '') : text);
    return dropped.has(row) || !Number.isFinite(area) ? [] : [area];
  });
}

export function summary(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const median = middle(values);
  const spread = 1.4826 * middle(values.map((value) => Math.abs(value - median)));
  return { mean, deviation: Math.sqrt(variance), median, spread };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
