/** CSV files as tables of texts. */
import { CsvError, parse } from 'csv-parse/sync';
import type { TextTable } from '../../data/textTable.ts';
import { GenAI101Error } from '../error.ts';
import { readText, type TextOptions } from './text.ts';

export interface TableOptions extends TextOptions {
  /** What stands between cells: the one of `,` `;` and tab that the first line has most of, where it is left out. */
  delimiter?: string;
  /** Whether the first line names the columns; true where it is left out. Without it they are called 'column 1' and so on. */
  header?: boolean;
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/**
 * A CSV file as it is: every cell a text, every row with its line. Empty lines are skipped; cells in quotes may
 * hold delimiters, quotes ("") and line breaks. Relative paths start at the script's folder.
 *
 * ```ts
 * const { columns, rows } = await data.loadTable('houses.csv'); // rows[0]: { line: 2, cells: ['86', 'three', ''] }
 * ```
 *
 * @throws GenAI101Error when there is no such file, it is no text in UTF-8, has no rows, names a column twice,
 *   has rows of different length or a quote out of place: with the line, and what to do
 */
export async function loadTable(file: string, options: TableOptions = {}): Promise<TextTable> {
  return readTable(`data.loadTable('${file}')`, file, options);
}

export async function readTable(
  call: string,
  file: string,
  options: TableOptions,
): Promise<TextTable> {
  const text = await readText(call, file, options);
  return parseTable(call, text, options);
}

export function parseTable(call: string, text: string, options: TableOptions): TextTable {
  const { header = true, delimiter = guessDelimiter(text) } = options;
  const records = readRecords(call, text, delimiter);
  const [first] = records;
  if (!first) throw new GenAI101Error(`${call}: the file holds nothing but empty lines.`);
  const cells = first.record.map((cell) => cell.trim());
  const columns = header ? cells : cells.map((_, i) => `column ${i + 1}`);
  if (header) checkHeader(call, columns);
  const rows = records.slice(header ? 1 : 0).map(({ record, info }) => ({
    // The parser counts the lines up to a row's end; line breaks in its cells come before that.
    line: info.lines - record.join('').split(/\r\n|\r|\n/).length + 1,
    cells: record,
  }));
  if (rows.length === 0) throw new GenAI101Error(`${call}: there is a header and no row below it.`);
  return { columns, rows };
}

function readRecords(call: string, text: string, delimiter: string): CsvRecord[] {
  try {
    return parse(text, { delimiter, info: true, skip_empty_lines: true }) as unknown as CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw inWords(call, error);
    throw error;
  }
}

function inWords(call: string, error: CsvError): GenAI101Error {
  const { code, lines, record } = error as CsvError & { lines: number; record?: string[] };
  const expected = /expect (\d+)/.exec(error.message)?.[1];
  const reasons: Record<string, string> = {
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: `has ${record?.length} cells where the first line has ${expected}. Is a delimiter missing or too many? A cell that holds one must be in quotes`,
    CSV_QUOTE_NOT_CLOSED:
      'is the last one, and a quote (") is still open. Close it; a quote inside of a cell is written twice ("")',
    INVALID_OPENING_QUOTE:
      'has a quote (") in the middle of a cell. Put the whole cell in quotes, and write the quote twice ("")',
    CSV_INVALID_CLOSING_QUOTE:
      'has something behind a closing quote ("). A quote inside of a quoted cell is written twice ("")',
  };
  return new GenAI101Error(`${call}: line ${lines} ${reasons[code] ?? error.message}.`);
}

function checkHeader(call: string, columns: string[]): void {
  const twice = columns.find((name, i) => columns.indexOf(name) < i);
  if (twice !== undefined) {
    throw new GenAI101Error(
      `${call}: line 1 names the column “${twice}” twice. Give each column a name of its own.`,
    );
  }
  if (columns.every((name) => name !== '' && Number.isFinite(Number(name)))) {
    throw new GenAI101Error(
      `${call}: line 1 holds numbers only, and the names of the columns are expected there. Say { header: false } if the file has none.`,
    );
  }
}

/** The candidate that the first line has most of, outside of quotes. */
function guessDelimiter(text: string): string {
  const firstLine = (/^.*$/m.exec(text.trimStart())?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
