/** One measured figure and what it is held against. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The most it may be; none where the figure is only told. */
  limit?: number;
  /** What it was computed from. */
  detail?: string;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between the two nearest values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export function isOver({ value, limit }: Figure): boolean {
  return limit !== undefined && !(value <= limit);
}

export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    `${round(figure.value)} ${figure.unit}`,
    figure.limit === undefined ? '' : `≤ ${figure.limit} ${figure.unit}`,
    figure.limit === undefined ? '' : isOver(figure) ? 'over' : 'ok',
    figure.detail ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

export function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
