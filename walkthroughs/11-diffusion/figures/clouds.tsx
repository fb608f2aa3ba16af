/** Drawing in the plane of the figures: clouds, ways, arrows. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { type Axis, disc, type Frame, line, polyline } from '../../../src/webview/kit/plot.ts';
import { colour } from '../../../src/webview/kit/theme.ts';
import type { Point } from './mixture.ts';

const span = { min: -2.4, max: 2.4, ticks: [-2, -1, 0, 1, 2] };
export const xAxis: Axis = { label: 'x', ...span };
export const yAxis: Axis = { label: 'y', ...span };

export function drawCloud(
  { context }: Surface,
  frame: Frame,
  points: readonly Point[],
  token: string,
  radius = 2,
): void {
  context.fillStyle = colour(token);
  for (const [x, y] of points) disc(context, [frame.x(x), frame.y(y)], radius);
}

export function drawWay(
  { context }: Surface,
  frame: Frame,
  way: readonly Point[],
  token: string,
): void {
  context.strokeStyle = colour(token);
  context.lineWidth = 1.25;
  polyline(
    context,
    way.map(([x, y]) => [frame.x(x), frame.y(y)] as const),
  );
}

/** In pixels. */
const HEAD = 6;

export function drawArrow(
  { context }: Surface,
  frame: Frame,
  [from, to]: readonly [Point, Point],
  token: string,
  width = 1.25,
): void {
  const [x0, y0, x1, y1] = [frame.x(from[0]), frame.y(from[1]), frame.x(to[0]), frame.y(to[1])];
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < 1) return;
  const head = Math.min(HEAD * Math.sqrt(width), length / 2) / length;
  const [dx, dy] = [head * (x1 - x0), head * (y1 - y0)];
  context.strokeStyle = colour(token);
  context.fillStyle = colour(token);
  context.lineWidth = width;
  line(context, [x0, y0], [x1 - dx, y1 - dy]);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x1 - dx - dy / 2, y1 - dy + dx / 2);
  context.lineTo(x1 - dx + dy / 2, y1 - dy - dx / 2);
  context.fill();
}

/** How long an arrow of the field may get, in units of the plane. */
const LONGEST = 0.26;

/** Arrows on a grid, longest where the field is strongest. */
export function drawField(
  surface: Surface,
  frame: Frame,
  field: (at: Point) => Point,
  token: string,
): void {
  const marks = Array.from({ length: 13 }, (_, i) => -2.1 + 0.35 * i);
  for (const x of marks) {
    for (const y of marks) {
      const [dx, dy] = field([x, y]);
      const strength = Math.hypot(dx, dy);
      // Grows like tanh: weak arrows keep their size, strong ones do not cross their neighbours.
      const scale = strength > 0 ? (LONGEST * Math.tanh(strength)) / strength : 0;
      const to: Point = [x + scale * dx, y + scale * dy];
      drawArrow(surface, frame, [[x, y], to], token);
    }
  }
}
