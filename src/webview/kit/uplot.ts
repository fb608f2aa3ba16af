/** Our look for uPlot, whatever the chart shows. */
import uPlot from 'uplot';
import { formatTick } from './format.ts';
import { palette } from './theme.ts';

export interface PlotSeries {
  name: string;
  colour: string;
  dashed?: boolean | undefined;
  /** Drawn pale, behind the others. */
  faint?: boolean | undefined;
}

export interface PlotOptions {
  width: number;
  height: number;
  logScale: boolean;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  series: PlotSeries[];
  /** Index of the entry under the crosshair and where it is, in CSS pixels from the left of the chart. */
  onCursor: (at: { index: number; left: number } | undefined) => void;
  /** Draws over the lines, e.g. marks. */
  onDraw?: (plot: uPlot) => void;
}

export function createPlot(target: HTMLElement, options: PlotOptions, data: uPlot.AlignedData) {
  const { width, height, logScale } = options;
  const plot: uPlot.Options = {
    width,
    height,
    // To the right, room for half of the last number.
    padding: [6, 14, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false }, points: { size: 6 } },
    scales: {
      x: { time: false },
      y: logScale ? { distr: 3, log: 10 } : { range: roomyRange },
    },
    axes: [axis(options.xLabel), { ...axis(options.yLabel, logScale), space: 24 }],
    series: [{}, ...options.series.map(toSeries)],
    hooks: {
      setCursor: [(self) => options.onCursor(cursorOf(self))],
      draw: options.onDraw ? [options.onDraw] : [],
    },
  };
  return new uPlot(plot, data, target);
}

function cursorOf(self: uPlot) {
  const { idx, left } = self.cursor;
  if (idx == null || left === undefined || left < 0) return undefined;
  return { index: idx, left: left + self.over.offsetLeft };
}

function toSeries({ name, colour, dashed, faint }: PlotSeries): uPlot.Series {
  return {
    label: name,
    stroke: colour,
    width: faint ? 1 : 1.5,
    alpha: faint ? 0.3 : 1,
    ...(dashed ? { dash: [5, 3] } : {}),
    spanGaps: true,
    points: { show: (_self, _index, from, to) => !faint && to - from < 2, size: 5, fill: colour },
  };
}

/** A flat line sits in the middle, everything else has a little air above and below. */
function roomyRange(_self: uPlot, low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1];
  if (low === high) return [low - Math.abs(low || 1) * 0.1, high + Math.abs(high || 1) * 0.1];
  const air = (high - low) * 0.05;
  return [low >= 0 && low < air ? 0 : low - air, high + air];
}

function axis(label: string | undefined, isLog = false): uPlot.Axis {
  const { muted, grid, font } = palette();
  const hairline = { stroke: `color-mix(in srgb, ${grid} 40%, transparent)`, width: 1 };
  return {
    stroke: muted,
    font: `11px ${font}`,
    grid: hairline,
    ticks: { ...hairline, size: 3 },
    gap: 3,
    size: axisSize,
    values: (_self, splits) => (isLog ? logTicks(splits) : splits.map((value) => tickText(value))),
    ...(label ? { label, labelFont: `11px ${font}`, labelSize: 14, labelGap: 0 } : {}),
  };
}

function tickText(value: number | null): string {
  return value === null ? '' : formatTick(value);
}

/** A logarithmic axis numbers its powers of ten; where there are fewer than two, also their doubles and halves. */
function logTicks(splits: (number | null)[]): string[] {
  const digits = (value: number | null) => Math.round((value ?? 0) / 10 ** power(value ?? 1));
  const powers = splits.filter((value) => value !== null && digits(value) === 1).length;
  const numbered = powers >= 2 ? [1] : [1, 2, 5];
  return splits.map((value) => (numbered.includes(digits(value)) ? tickText(value) : ''));
}

function power(value: number): number {
  return Math.floor(Math.log10(value) + 1e-9);
}

/** As wide as its longest number: in a sidebar of 200 px every pixel counts. */
function axisSize(self: uPlot, values: string[] | null, index: number): number {
  if (index === 0) return 20;
  const longest = (values ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  self.ctx.save();
  self.ctx.font = `${11 * uPlot.pxRatio}px ${palette().font}`;
  const width = self.ctx.measureText(longest).width / uPlot.pxRatio;
  self.ctx.restore();
  return Math.ceil(width) + 10;
}
