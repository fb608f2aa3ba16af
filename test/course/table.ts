export interface Row {
  example: string;
  seed: number;
  engine: string;
  seconds: number | undefined;
  /** Left when the script has ended. */
  tensors: number | undefined;
  /** In words, with its figures. */
  measure: string;
  reached: boolean;
}

const columns: readonly [title: string, cell: (row: Row) => string][] = [
  ['example', ({ example }) => example],
  ['seed', ({ seed }) => String(seed)],
  ['seconds', ({ seconds }) => seconds?.toFixed(1) ?? ''],
  ['tensors left', ({ tensors }) => String(tensors ?? '')],
  ['reached', ({ reached }) => (reached ? 'yes' : 'NO')],
  ['measure', ({ measure }) => measure],
];

export function printTable(rows: readonly Row[], say: (line: string) => void = console.log): void {
  const lines = [columns.map(([title]) => title)];
  lines.push(...rows.map((row) => columns.map(([, cell]) => cell(row))));
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  say('');
  for (const line of lines) {
    say(
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  const reached = rows.filter((row) => row.reached).length;
  say(`\n${reached} of ${rows.length} reached.`);
}
