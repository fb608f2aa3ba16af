import { printAligned } from '../aligned.ts';

export interface Total {
  calls: number;
  milliseconds: number;
}

/** The table of a profile, the longest first. */
export function printTotals(
  totals: ReadonlyMap<string, Total>,
  elapsed: number,
  steps: number,
): void {
  const sorted = [...totals].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
  const inKernels = sorted.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
  const calls = sorted.reduce((sum, [, total]) => sum + total.calls, 0);
  const row = (name: string, count: number, milliseconds: number) => [
    name,
    (count / steps).toFixed(1),
    (milliseconds / steps).toFixed(3),
    `${((100 * milliseconds) / elapsed).toFixed(1)} %`,
    count > 0 ? ((1000 * milliseconds) / count).toFixed(1) : '',
  ];
  printAligned([
    ['kernel', 'calls a step', 'ms a step', 'share', 'µs a call'],
    ...sorted.map(([name, total]) => row(name, total.calls, total.milliseconds)),
    row('JavaScript around kernels', 0, elapsed - inKernels),
    row('a step', calls, elapsed),
  ]);
}
