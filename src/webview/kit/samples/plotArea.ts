/** Axes of a small plot drawn on a canvas: points and thumbnails of curves. */
import type { Surface } from '../canvas.tsx';
import { formatTick } from '../format.ts';
import type { Palette } from '../theme.ts';

export interface Range {
  min: number;
  max: number;
}

export interface PlotArea {
  toX(value: number): number;
  toY(value: number): number;
  fromX(position: number): number;
  fromY(position: number): number;
}

interface Edges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Values to positions between the edges, and back. */
function areaBetween({ left, right, top, bottom }: Edges, x: Range, y: Range): PlotArea {
  const xSize = x.max - x.min;
  const ySize = y.max - y.min;
  return {
    toX: (value) => left + ((value - x.min) / xSize) * (right - left),
    toY: (value) => bottom - ((value - y.min) / ySize) * (bottom - top),
    fromX: (position) => x.min + ((position - left) / (right - left)) * xSize,
    fromY: (position) => y.min + ((bottom - position) / (bottom - top)) * ySize,
  };
}

/** The values' range with a little air; never empty. */
export function rangeOf(values: Iterable<number>): Range {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return { min: 0, max: 1 };
  const air = (max - min) * 0.05 || Math.abs(max) * 0.1 || 1;
  return { min: min - air, max: max + air };
}

/** About `count` round numbers within the range. */
export function ticks({ min, max }: Range, count: number): number[] {
  const rough = (max - min) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(min / size);
  const last = Math.floor(max / size);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * size).toPrecision(12)),
  );
}

export function plainArea(surface: Surface, x: Range, y: Range, margin = 2): PlotArea {
  const edges = {
    left: margin,
    right: surface.width - margin,
    top: margin,
    bottom: surface.height - margin,
  };
  return areaBetween(edges, x, y);
}

/** Draws grid lines and numbers, and says where values go. */
export function drawAxes(surface: Surface, x: Range, y: Range, colours: Palette): PlotArea {
  const { context, width, height } = surface;
  context.font = `11px ${colours.font}`;
  const yTicks = ticks(y, height / 50);
  const left =
    Math.ceil(Math.max(...yTicks.map((tick) => context.measureText(formatTick(tick)).width), 8)) +
    8;
  const [top, right, bottom] = [6, 8, 18];
  const area = areaBetween({ left, right: width - right, top, bottom: height - bottom }, x, y);
  const line = (x1: number, y1: number, x2: number, y2: number) => {
    context.beginPath();
    context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
    context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
    context.stroke();
  };
  context.save();
  context.lineWidth = 1;
  context.strokeStyle = colours.grid;
  context.fillStyle = colours.muted;
  context.textBaseline = 'middle';
  for (const tick of ticks(x, width / 60)) {
    const at = area.toX(tick);
    context.globalAlpha = 0.4;
    line(at, top, at, height - bottom);
    context.globalAlpha = 1;
    context.textAlign = 'center';
    context.fillText(formatTick(tick), at, height - bottom + 10);
  }
  for (const tick of yTicks) {
    const at = area.toY(tick);
    context.globalAlpha = 0.4;
    line(left, at, width - right, at);
    context.globalAlpha = 1;
    context.textAlign = 'right';
    context.fillText(formatTick(tick), left - 5, at);
  }
  context.restore();
  return area;
}
