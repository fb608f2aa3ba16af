/** Axes for a figure drawn on a canvas: named, with units, and no more ticks than fit. */
import type { Surface } from './canvas.tsx';
import { formatTick } from './format.ts';
import type { Palette } from './theme.ts';

export interface Axis {
  /** Name and unit. */
  label: string;
  min: number;
  max: number;
  ticks?: readonly number[];
  /** What a tick says, where it is not its number: on a logarithmic axis. */
  tickText?: (tick: number) => string;
}

export interface Frame {
  x(value: number): number;
  y(value: number): number;
  /** The value below a canvas coordinate. */
  atX(pixel: number): number;
  atY(pixel: number): number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FONT_SIZE = 11;
const GUTTER = { left: 46, right: 12, top: 10, bottom: 34 };

/** Where values land on a surface of this size. */
export function frameOf(size: { width: number; height: number }, x: Axis, y: Axis): Frame {
  const left = GUTTER.left;
  const right = size.width - GUTTER.right;
  const top = GUTTER.top;
  const bottom = size.height - GUTTER.bottom;
  const spanX = x.max - x.min || 1;
  const spanY = y.max - y.min || 1;
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - x.min) / spanX) * (right - left),
    y: (value) => bottom - ((value - y.min) / spanY) * (bottom - top),
    atX: (pixel) => x.min + ((pixel - left) / (right - left)) * spanX,
    atY: (pixel) => y.min + ((bottom - pixel) / (bottom - top)) * spanY,
  };
}

/** Axes that were drawn before, as pictures: what is dragged is drawn sixty times a second above the same axes. */
const known = new Map<string, HTMLCanvasElement | undefined>();
const MOST_KNOWN = 24;

export function drawAxes(surface: Surface, x: Axis, y: Axis, colours: Palette): Frame {
  const { context, width, height, ratio } = surface;
  const frame = frameOf(surface, x, y);
  const name = JSON.stringify([
    width,
    height,
    ratio,
    x,
    y,
    x.tickText?.(1),
    y.tickText?.(1),
    colours,
  ]);
  // The first time they may be those of a moment, as while a network trains.
  const picture = known.has(name)
    ? (known.get(name) ?? pictureOf(surface, x, y, colours))
    : undefined;
  known.delete(name);
  known.set(name, picture);
  for (const oldest of known.keys()) if (known.size > MOST_KNOWN) known.delete(oldest);
  if (picture) context.drawImage(picture, 0, 0, width, height);
  else drawNewAxes(surface, frame, x, y, colours);
  context.font = `${FONT_SIZE}px ${colours.font}`;
  context.lineWidth = 1;
  return frame;
}

function pictureOf(surface: Surface, x: Axis, y: Axis, colours: Palette): HTMLCanvasElement {
  const { width, height, ratio } = surface;
  const picture = document.createElement('canvas');
  picture.width = Math.round(width * ratio);
  picture.height = Math.round(height * ratio);
  const context = picture.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas.');
  context.scale(ratio, ratio);
  drawNewAxes({ ...surface, context }, frameOf(surface, x, y), x, y, colours);
  return picture;
}

function drawNewAxes(surface: Surface, frame: Frame, x: Axis, y: Axis, colours: Palette): void {
  const { context } = surface;
  context.font = `${FONT_SIZE}px ${colours.font}`;
  context.lineWidth = 1;
  drawTicks(context, frame, x, y, colours);
  context.fillStyle = colours.foreground;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.fillText(x.label, (frame.left + frame.right) / 2, surface.height - 1);
  context.save();
  context.translate(1, (frame.top + frame.bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.textBaseline = 'top';
  context.fillText(y.label, 0, 0);
  context.restore();
}

function drawTicks(
  context: Surface['context'],
  frame: Frame,
  x: Axis,
  y: Axis,
  colours: Palette,
): void {
  context.fillStyle = colours.muted;
  context.strokeStyle = colours.grid;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of x.ticks ?? niceTicks(x, (frame.right - frame.left) / 56)) {
    faintLine(context, [frame.x(tick), frame.top], [frame.x(tick), frame.bottom]);
    context.fillText(text(tick, x), frame.x(tick), frame.bottom + 4);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of y.ticks ?? niceTicks(y, (frame.bottom - frame.top) / 32)) {
    faintLine(context, [frame.left, frame.y(tick)], [frame.right, frame.y(tick)]);
    context.fillText(text(tick, y), frame.left - 5, frame.y(tick));
  }
}

function text(tick: number, { tickText = formatTick }: Axis): string {
  return tickText(tick);
}

type Point = readonly [number, number];

export function line(context: Surface['context'], from: Point, to: Point): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

function faintLine(context: Surface['context'], from: Point, to: Point): void {
  context.globalAlpha = 0.4;
  line(context, from, to);
  context.globalAlpha = 1;
}

export function polyline(context: Surface['context'], points: readonly Point[]): void {
  context.beginPath();
  for (const point of points) context.lineTo(...point);
  context.stroke();
}

export function disc(context: Surface['context'], [x, y]: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Draws within the axes only. */
export function clipped(context: Surface['context'], frame: Frame, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  draw();
  context.restore();
}

/** Round values, at most about `most` of them: 1, 2 or 5 times a power of ten apart. */
export function niceTicks({ min, max }: Axis, most: number): number[] {
  const rough = (max - min) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}
