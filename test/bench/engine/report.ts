/** The table on the screen, and the same as JSON. */
import { availableParallelism, cpus, loadavg, release, type } from 'node:os';
import { round } from '../loop/figure.ts';
import { printAligned } from './aligned.ts';
import { compare, geometricMean, milliseconds, type Ratio } from './compare.ts';
import type { Contender } from './contender.ts';
import type { Result } from './rounds.ts';

export interface Row {
  workload: string;
  results: ReadonlyMap<Contender, Result>;
  /** Of the portable engine over PyTorch. */
  ratio?: Ratio;
}

/** What the portable engine is held to: its step over PyTorch's. */
const MOST_MEAN = 1;
const MOST_EACH = 1.3;

export function makeRow(workload: string, results: ReadonlyMap<Contender, Result>): Row {
  const ratio = compare(results, 'portable', 'pytorch');
  return { workload, results, ...(ratio ? { ratio } : {}) };
}

export function printTable(rows: readonly Row[], contenders: readonly Contender[]): void {
  const head = [
    'ms a step',
    ...contenders.map(({ label }) => label),
    'ratio',
    'half of rounds',
    'of fastest',
    'of CPU, 1 thread',
  ];
  const body = rows.map(({ workload, results, ratio }) => [
    workload,
    ...contenders.map((contender) => cell(results.get(contender))),
    ratio ? ratio.ratio.toFixed(2) : '',
    ratio ? `${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}` : '',
    ratio ? ratio.fastest.toFixed(2) : '',
    ratio ? twoDigits(ratio.cpu) : '',
  ]);
  const mean = (of: keyof Ratio) => twoDigits(meanRatio(rows, of));
  const foot = [
    'geometric mean',
    ...contenders.map(() => ''),
    mean('ratio'),
    '',
    mean('fastest'),
    mean('cpu'),
  ];
  printAligned([head, ...body, foot]);
  for (const { workload, results } of rows) {
    for (const [{ label }, result] of results) {
      if (typeof result === 'string') console.log(`${label} cannot do ${workload}: ${result}`);
    }
  }
}

/** For those who wait: 'portable×1 7.1, pytorch×1 6.9; ratio 1.03'. */
export function describeRow({ results, ratio }: Row): string {
  const cells = [...results].map(([{ label }, result]) => `${label} ${cell(result)}`);
  return cells.join(', ') + (ratio ? `; ratio ${ratio.ratio.toFixed(2)}` : '');
}

function cell(result: Result | undefined): string {
  return typeof result === 'string' ? 'cannot' : round(milliseconds(result));
}

function twoDigits(ratio: number | undefined): string {
  return ratio !== undefined && Number.isFinite(ratio) ? ratio.toFixed(2) : '';
}

function meanRatio(rows: readonly Row[], of: keyof Ratio): number | undefined {
  const ratios = rows.flatMap(({ ratio }) => (ratio ? [ratio[of]] : []));
  return ratios.length > 0 ? geometricMean(ratios) : undefined;
}

/** Over what the portable engine is held to; false too where there was nothing to compare with. */
export function isOver(rows: readonly Row[]): boolean {
  const mean = meanRatio(rows, 'ratio');
  return (mean ?? 0) > MOST_MEAN || rows.some(({ ratio }) => (ratio?.ratio ?? 0) > MOST_EACH);
}

export function machine(): string {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cores} cores, load average ${load.toFixed(1)}; ${type()} ${release()}`;
}

export function toJson(rows: readonly Row[], contenders: readonly Contender[]): string {
  const report = {
    machine: machine(),
    versions: Object.fromEntries(contenders.map(({ label, version }) => [label, version])),
    workloads: rows.map(({ workload, ratio, results }) => ({
      workload,
      ratio,
      contenders: Object.fromEntries(
        [...results].map(([{ label }, result]) => [label, resultToJson(result)]),
      ),
    })),
    geometricMean: meanRatio(rows, 'ratio'),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function resultToJson(result: Result): object {
  if (typeof result === 'string') return { error: result };
  return {
    milliseconds: milliseconds(result),
    min: Math.min(...result.map(({ min }) => min)),
    cpu: Math.min(...result.map(({ cpu }) => cpu)),
    rounds: result.map(({ median }) => median),
    loss: result.at(-1)?.loss,
  };
}
