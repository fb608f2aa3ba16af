/** The table of houses as people hand it over: with copies, typing errors, words for numbers, and gaps. */
import { type HousesOptions, houses } from './houses.ts';
import { Random } from './random.ts';
import type { TextTable } from './textTable.ts';

export type FaultKind = 'duplicate' | 'outlier' | 'wrong type' | 'missing' | 'unit';

export interface Fault {
  line: number;
  kind: FaultKind;
  /** Where in the row; a duplicate has none. */
  column?: number;
}

export interface DirtyHouses extends TextTable {
  /** What is wrong with it, by line. A cell with a unit can be read all the same; the others cannot be kept. */
  faults: Fault[];
}

/** Of the rows, each: these shares of them are faulty. */
const SHARE: readonly [FaultKind, number][] = [
  ['duplicate', 0.04],
  ['outlier', 0.04],
  ['wrong type', 0.03],
  ['missing', 0.04],
  ['unit', 0.04],
];
const [AREA, ROOMS, AGE, DISTANCE] = [0, 1, 2, 3];
const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/**
 * Rows of area in m², rooms, age in years, distance in m, price in thousands; about one in five with one fault.
 * The same seed gives the same table.
 */
export function dirtyHouses({ count, seed }: HousesOptions): DirtyHouses {
  const { columns, features, prices } = houses({ count, seed });
  const random = new Random(seed + 1);
  const table: DirtyHouses = { columns: [...columns, 'price, thousands'], rows: [], faults: [] };
  for (let i = 0; i < count; i++) {
    const line = i + 2; // below the header
    const cells = [...features.subarray(4 * i, 4 * i + 4), prices[i] ?? 0].map(String);
    const kind = pickKind(random);
    const spoiled = kind && spoil(kind, cells, table, random);
    if (kind && spoiled) table.faults.push({ line, kind, ...spoiled });
    table.rows.push({ line, cells });
  }
  return table;
}

function pickKind(random: Random): FaultKind | undefined {
  let left = random.next();
  for (const [kind, share] of SHARE) {
    if (left < share) return kind;
    left -= share;
  }
  return undefined;
}

/** Changes the cells in place; undefined where there is nothing to copy from yet. */
function spoil(
  kind: FaultKind,
  cells: string[],
  { rows, faults }: DirtyHouses,
  random: Random,
): { column?: number } | undefined {
  const write = (column: number, text: string) => {
    cells[column] = text;
    return { column };
  };
  switch (kind) {
    case 'duplicate': {
      const whole = rows.filter(({ line }) => !faults.some((fault) => fault.line === line));
      if (whole.length === 0) return undefined;
      cells.splice(0, cells.length, ...random.pick(whole).cells);
      return {};
    }
    case 'outlier': {
      const column = random.pick([AREA, AGE, DISTANCE] as const);
      if (column === AREA) return write(column, `${cells[column]}00`); // dm² for m²
      if (column === AGE) return write(column, String(2026 - Number(cells[column]))); // the year it was built
      return write(column, '9999999'); // “far out”
    }
    case 'wrong type':
      return write(ROOMS, NUMBER_WORDS[Number(cells[ROOMS]) - 1] ?? 'many');
    case 'missing':
      return write(random.pick([AREA, ROOMS, AGE, DISTANCE]), random.pick(['', 'n/a', '?', '-']));
    case 'unit':
      return write(
        AREA,
        random.pick([`${cells[AREA]} m²`, ` ${cells[AREA]} `, `${cells[AREA]} sqm`]),
      );
  }
}
