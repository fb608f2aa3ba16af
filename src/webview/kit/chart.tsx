/** Lines over steps: a uPlot chart with legend, crosshair, keyboard and a table for screen readers. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { align, type LineData, smooth } from './chartData.ts';
import './chart.css';
import { formatNumber, plural } from './format.ts';
import { Legend } from './legend.tsx';
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
  const { label, lines, height, logScale = false, smoothing = 0 } = props;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const marks = useRef<number[]>([]);
  const [cursor, setCursor] = useState<number | null>(null);
  const theme = themeVersion.value;
  const shown = useMemo(() => lines.map((line) => smoothed(line, smoothing)), [lines, smoothing]);
  const data = useMemo(() => columns(lines, shown, smoothing), [lines, shown, smoothing]);
  marks.current = lines.flatMap((line) => line.brokeAt ?? []);

  const latest = useRef(data);
  latest.current = data;
  const look = JSON.stringify(lines.map(({ name, colour, dashed }) => [name, colour, dashed]));

  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` and `theme` stand for the lines' names and colours; data follows below
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

  return (
    <figure class="chart">
      <Legend lines={lines} shown={shown} x={cursor === null ? undefined : data[0][cursor]} xName={props.xLabel ?? 'step'} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the crosshair */}
      <div
        ref={box}
        class="plot"
        role="group"
        tabIndex={0}
        aria-label={`${label}. Arrow keys read values.`}
        style={{ height: `${height}px` }}
        onKeyDown={(event) => plot.current && moveCursor(plot.current, event)}
        onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
      />
      <DataTable label={label} lines={lines} />
    </figure>
  );
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

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  PageUp: (index, last) => index - Math.ceil(last / 10),
  PageDown: (index, last) => index + Math.ceil(last / 10),
  Home: () => 0,
  End: (_index, last) => last,
};

function moveCursor(self: uPlot, event: KeyboardEvent): void {
  const move = moves[event.key];
  const xs = self.data[0];
  if (!move || xs.length === 0) return;
  event.preventDefault();
  const last = xs.length - 1;
  const next = Math.min(last, Math.max(0, move(self.cursor.idx ?? last, last)));
  self.setCursor({ left: self.valToPos(xs[next] ?? 0, 'x'), top: 10 });
}

function DataTable({ label, lines }: { label: string; lines: ChartLine[] }) {
  return (
    <table class="spoken">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th>Line</th>
          <th>Points</th>
          <th>First</th>
          <th>Lowest</th>
          <th>Highest</th>
          <th>Last</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, data: { xs, ys } }) => {
          const values = ys.filter((value) => value !== null);
          const extreme = (pick: (a: number, b: number) => number) =>
            values.length > 0 ? formatNumber(values.reduce((a, b) => pick(a, b))) : '–';
          return (
            <tr key={name}>
              <th>{name}</th>
              <td>{plural(xs.length, 'point')}</td>
              <td>{values[0] === undefined ? '–' : formatNumber(values[0])}</td>
              <td>{extreme(Math.min)}</td>
              <td>{extreme(Math.max)}</td>
              <td>{values.length > 0 ? formatNumber(values.at(-1) ?? 0) : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
