import { useMemo } from 'preact/hooks';
import type { CurveRecord } from '../../../protocol/record.ts';
import { Chart, type ChartLine } from '../chart.tsx';
import { toLine } from '../chartData.ts';

export function CurveFigure({ record, height }: { record: CurveRecord; height: number }) {
  const lines = useMemo(() => toLines(record), [record]);
  return (
    <Chart
      label={`${record.name}, step ${record.step}`}
      lines={lines}
      height={height}
      xLabel={record.xLabel ?? 'x'}
      yLabel={record.yLabel}
    />
  );
}

function toLines({ x, lines }: CurveRecord): ChartLine[] {
  const xs = x.map(Number);
  return Object.entries(lines).map(([name, values], index) => ({
    name,
    colour: index,
    data: toLine(
      values.flatMap((value, i) => {
        const step = xs[i];
        return step !== undefined && Number.isFinite(step) ? { step, value: Number(value) } : [];
      }),
    ),
  }));
}
