/** CSV files of numbers, as tensors. */
import type { TextTable } from '../../data/textTable.ts';
import * as tf from '../../engine/tf.ts';
import { GenAI101Error } from '../error.ts';
import { readTable, type TableOptions } from './table.ts';

export interface CsvOptions extends TableOptions {
  /** Which columns are features, in this order; all but the target where it is left out. */
  columns?: readonly string[];
  /** The column to predict. */
  target?: string;
}

export interface NumberTable {
  /** Names of the features. */
  columns: string[];
  /** [rows, columns], float32. */
  features: tf.Tensor2D;
}

export interface TargetedTable extends NumberTable {
  /** [rows, 1], float32: the column named as `target`. */
  targets: tf.Tensor2D;
}

/**
 * A CSV file of numbers, in the shape of `data.houses`. Relative paths start at the script's folder.
 *
 * ```ts
 * const { features, targets } = await data.loadCsv('houses.csv', { target: 'price' });
 * ```
 *
 * @throws GenAI101Error as `data.loadTable`, and when a cell is no number or a column does not exist: with the line and the column
 */
export function loadCsv(
  file: string,
  options: CsvOptions & { target: string },
): Promise<TargetedTable>;
export function loadCsv(file: string, options?: CsvOptions): Promise<NumberTable>;
export async function loadCsv(
  file: string,
  { columns, target, ...options }: CsvOptions = {},
): Promise<NumberTable | TargetedTable> {
  const call = `data.loadCsv('${file}')`;
  const table = await readTable(call, file, options);
  const chosen = columns ? [...columns] : table.columns.filter((name) => name !== target);
  if (chosen.length === 0) throw new GenAI101Error(`${call}: no column is left as a feature.`);
  const features = numbersOf(call, table, chosen);
  if (target === undefined) return { columns: chosen, features };
  return { columns: chosen, features, targets: numbersOf(call, table, [target]) };
}

function numbersOf(call: string, table: TextTable, columns: string[]): tf.Tensor2D {
  const indices = columns.map((name) => indexOf(call, table, name));
  const values = table.rows.map(({ line, cells }) =>
    indices.map((index, c) =>
      toNumber(`${call}: line ${line}, column “${columns[c]}”`, cells[index] ?? ''),
    ),
  );
  return tf.tensor2d(values, [table.rows.length, columns.length]);
}

function indexOf(call: string, { columns }: TextTable, name: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  throw new GenAI101Error(
    `${call}: there is no column “${name}”; line 1 names ${columns.map((each) => `“${each}”`).join(', ')}.`,
  );
}

function toNumber(place: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  if (text.trim() === '') {
    throw new GenAI101Error(
      `${place}: the cell is empty. Fill it or drop the row; data.loadTable reads gaps as texts.`,
    );
  }
  const hint = /^-?\d+,\d+$/.test(text.trim())
    ? 'Write a point, not a comma, before decimals'
    : 'Clean it first (data.loadTable reads texts), or name the columns to read: { columns: […] }';
  throw new GenAI101Error(`${place}: “${text.slice(0, 40)}” is no number. ${hint}.`);
}
