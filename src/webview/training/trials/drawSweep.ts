import type { SweepRecord, TrialRecord } from '../../../protocol/record.ts';
import { bestTrial } from '../../../protocol/trials.ts';
import type { Surface } from '../../kit/canvas.tsx';
import { line, polyline } from '../../kit/plot.ts';
import { colour, type Palette, palette } from '../../kit/theme.ts';
import type { SweepAxis } from './axes.ts';
import { type Layout, layOut, path } from './layout.ts';

interface Picture {
  trials: readonly TrialRecord[];
  axes: readonly SweepAxis[];
  sweep: SweepRecord;
  selected: number | undefined;
}

const FONT_SIZE = 11;

export function drawSweep(surface: Surface, { trials, axes, sweep, selected }: Picture): void {
  const { context, width, height } = surface;
  const layout = layOut(axes.length, width, height);
  const colours = palette();
  context.lineJoin = 'round';
  const measure = axes.at(-1);
  const best = bestTrial(trials, sweep);
  const badness = (trial: TrialRecord) => {
    const at = measure?.at(trial) ?? 2;
    return sweep.best === 'lowest' ? at : 1 - at;
  };
  // The good ones last, over the others.
  for (const trial of [...trials].sort((a, b) => badness(b) - badness(a))) {
    drawTrial(context, trial, badness(trial), colours, path(trial, axes, layout));
  }
  drawAxes(context, axes, layout, colours);
  const marked = trials.find(({ trial }) => trial === selected) ?? best;
  if (marked) drawMarked(context, path(marked, axes, layout), colours);
}

/** 0 is good, 1 is bad. */
export function measureColour(badness: number): string {
  const good = Math.round(100 * (1 - Math.min(1, Math.max(0, badness))));
  return `color-mix(in oklab, ${colour('charts-blue')} ${good}%, ${colour('charts-yellow')})`;
}

function drawTrial(
  context: Surface['context'],
  { status }: TrialRecord,
  badness: number,
  colours: Palette,
  points: ReturnType<typeof path>,
): void {
  const broken = status === 'diverged' || status === 'failed';
  context.lineWidth = 1.5;
  context.setLineDash(broken ? [4, 3] : status === 'running' ? [1, 3] : []);
  context.strokeStyle = broken
    ? colours.error
    : status === 'running'
      ? colours.foreground
      : measureColour(badness);
  polyline(context, points);
  context.setLineDash([]);
}

/** The trial looked at: thick, on a seam of background, so that it is found among many. */
function drawMarked(
  context: Surface['context'],
  points: ReturnType<typeof path>,
  colours: Palette,
): void {
  context.lineWidth = 6;
  context.strokeStyle = colours.background;
  polyline(context, points);
  context.lineWidth = 3;
  context.strokeStyle = colours.foreground;
  polyline(context, points);
}

function drawAxes(
  context: Surface['context'],
  axes: readonly SweepAxis[],
  layout: Layout,
  colours: Palette,
): void {
  const { xs, top, bottom } = layout;
  context.font = `${FONT_SIZE}px ${colours.font}`;
  axes.forEach((axis, i) => {
    const x = xs[i] ?? 0;
    context.strokeStyle = colours.muted;
    context.lineWidth = 1;
    line(context, [x, top], [x, bottom]);
    context.textAlign = alignment(i, axes.length);
    const from = anchor(i, axes.length, x);
    context.fillStyle = colours.foreground;
    context.textBaseline = 'top';
    const room = 2 * ((xs[1] ?? x) - (xs[0] ?? x)) - 10;
    context.fillText(fit(context, axis.name, room), from, i % 2 === 0 ? 1 : 15);
    drawTicks(context, axis, { from, top, bottom }, colours);
  });
}

function drawTicks(
  context: Surface['context'],
  { ticks }: SweepAxis,
  { from, top, bottom }: { from: number; top: number; bottom: number },
  colours: Palette,
): void {
  context.fillStyle = colours.muted;
  for (const { text, at } of ticks) {
    const y = bottom - at * (bottom - top);
    if (at === 0) context.textBaseline = 'top';
    else if (at === 1) context.textBaseline = 'bottom';
    else context.textBaseline = 'middle';
    const place = y + (at === 0 ? 4 : at === 1 ? -3 : 0);
    context.lineWidth = 3;
    context.strokeStyle = colours.background;
    context.strokeText(text, from, place); // a seam, where lines pass below
    context.fillText(text, from, place);
  }
}

function alignment(index: number, count: number): CanvasTextAlign {
  if (index === 0) return 'left';
  return index === count - 1 ? 'right' : 'center';
}

function anchor(index: number, count: number, x: number): number {
  if (index === 0) return 2;
  return index === count - 1 ? x + 14 : x;
}

function fit(context: Surface['context'], text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  for (let length = text.length - 1; length > 1; length--) {
    const shorter = `${text.slice(0, length)}…`;
    if (context.measureText(shorter).width <= room) return shorter;
  }
  return text.slice(0, 1);
}
