/** Lines over steps: a uPlot chart with legend, crosshair, keyboard and a table for screen readers. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { align, type LineData, smooth } from './chartData.ts';
import './chart.css';
import { moveCursor } from './chartKeys.ts';
import { ChartTable } from './chartTable.tsx';
import { ChartTip } from './chartTip.tsx';
import { formatNumber } from './format.ts';
import { Legend, valueText } from './legend.tsx';
import { palette, seriesColour, themeVersion } from './theme.ts';
import { createPlot, type PlotSeries } from './uplot.ts';

export interface ChartLine {
  name: string;
  data: LineData;
  /** Which of the theme's series colours; lines that belong together share one. */
  colour: number;
  dashed?: boolean | undefined;
  /** First step whose value was not a number, where there is one. */
  brokeAt?: number | undefined;
}

interface Props {
  label: string;
  lines: ChartLine[];
  height: number;
  logScale?: boolean | undefined;
  /** 0 to 0.99; above 0 the lines as logged stay visible, pale. */
  smoothing?: number | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
}

export function Chart(props: Props) {
  const { label, height, logScale = false, smoothing = 0 } = props;
  const lines = useSame(props.lines);
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const marks = useRef<number[]>([]);
  const [cursor, setCursor] = useState<{ index: number; left: number }>();
  const theme = themeVersion.value;
  const shown = useMemo(() => lines.map((line) => smoothed(line, smoothing)), [lines, smoothing]);
  const data = useMemo(() => columns(lines, shown, smoothing), [lines, shown, smoothing]);
  marks.current = lines.flatMap((line) => line.brokeAt ?? []);

  const latest = useRef(data);
  latest.current = data;
  const look = JSON.stringify(lines.map(({ name, colour, dashed }) => [name, colour, dashed]));

  // `look` and `theme` stand for the lines' names and colours; data follows below
  useEffect(() => {
    const target = box.current;
    if (!target) return;
    const series = toSeries(lines, smoothing > 0);
    const created = createPlot(
      target,
      {
        width: Math.max(60, target.clientWidth),
        height,
        logScale,
        xLabel: props.xLabel,
        yLabel: props.yLabel,
        series,
        onCursor: setCursor,
        onDraw: (self) => drawMarks(self, marks.current),
      },
      latest.current as uPlot.AlignedData,
    );
    plot.current = created;
    const observer = new ResizeObserver(() => {
      if (target.clientWidth > 0) created.setSize({ width: target.clientWidth, height });
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      created.destroy();
      plot.current = undefined;
    };
  }, [look, theme, height, logScale, smoothing > 0, props.xLabel, props.yLabel]);

  useEffect(() => {
    const current = plot.current;
    if (!current || current.data === data) return;
    const zoomed = isZoomed(current);
    current.setData(data as uPlot.AlignedData, !zoomed);
    if (zoomed) current.redraw();
  }, [data]);

  const x = cursor && data[0][cursor.index];
  const xName = props.xLabel ?? 'step';
  return (
    <figure class="chart">
      <Legend lines={lines} shown={shown} />
      <div class="plot-box">
        <div
          ref={box}
          class="plot"
          role="slider"
          tabIndex={0}
          aria-label={`${label}, values by arrow keys`}
          aria-valuemin={data[0][0] ?? 0}
          aria-valuemax={data[0].at(-1) ?? 0}
          aria-valuenow={x ?? data[0].at(-1) ?? 0}
          aria-valuetext={readAloud(lines, shown, x, xName)}
          style={{ height: `${height}px` }}
          onKeyDown={(event) => plot.current && moveCursor(plot.current, event)}
          onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
        />
        {cursor && x !== undefined && (
          <ChartTip
            lines={lines}
            shown={shown}
            x={x}
            xName={xName}
            left={cursor.left}
            width={box.current?.clientWidth ?? 0}
          />
        )}
      </div>
      <ChartTable label={label} lines={lines} />
    </figure>
  );
}

/** The lines of the last drawing where nothing of them has changed: drawing costs more than looking. */
function useSame(lines: ChartLine[]): ChartLine[] {
  const last = useRef(lines);
  const same =
    lines.length === last.current.length &&
    lines.every((line, i) => {
      const old = last.current[i];
      return old?.data === line.data && old.name === line.name && old.brokeAt === line.brokeAt;
    });
  if (!same) last.current = lines;
  return last.current;
}

function smoothed(line: ChartLine, smoothing: number): LineData {
  return smoothing > 0 ? { xs: line.data.xs, ys: smooth(line.data.ys, smoothing) } : line.data;
}

/** With smoothing on, the lines as logged come first, so that the smooth ones are drawn over them. */
function columns(lines: ChartLine[], shown: LineData[], smoothing: number) {
  return align(smoothing > 0 ? [...lines.map((line) => line.data), ...shown] : shown);
}

function toSeries(lines: ChartLine[], withFaint: boolean): PlotSeries[] {
  const series = lines.map(({ name, colour, dashed }) => ({
    name,
    colour: seriesColour(colour),
    dashed,
  }));
  return withFaint ? [...series.map((one) => ({ ...one, faint: true })), ...series] : series;
}

/** 'step 120: loss 0.31, val_loss 0.35' */
function readAloud(lines: ChartLine[], shown: LineData[], x: number | undefined, xName: string) {
  const values = lines.map(({ name }, i) => `${name} ${valueText(shown[i], x)}`).join(', ');
  return x === undefined ? values : `${xName} ${formatNumber(x)}: ${values}`;
}

/** A vertical line at the step where a value stopped being a number. */
function drawMarks(self: uPlot, steps: number[]): void {
  const { ctx, bbox } = self;
  ctx.save();
  ctx.strokeStyle = palette().error;
  ctx.setLineDash([4, 3]);
  ctx.lineWidth = 1.5;
  for (const step of new Set(steps)) {
    const x = self.valToPos(step, 'x', true);
    const inside = Math.min(bbox.left + bbox.width - 1, Math.max(bbox.left, x));
    ctx.beginPath();
    ctx.moveTo(inside, bbox.top);
    ctx.lineTo(inside, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** True after the learner dragged a range to look at; a double click goes back to all. */
function isZoomed(self: uPlot): boolean {
  const xs = self.data[0];
  const { min, max } = self.scales.x ?? {};
  if (min == null || max == null || xs.length === 0) return false;
  return min > (xs[0] ?? 0) || max < (xs.at(-1) ?? 0);
}
