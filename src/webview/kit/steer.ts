/** Moving a point of a plane by pointer or arrow keys, without leaving the plane. */
import type { Axis } from './plot.ts';

export type Position = readonly [x: number, y: number];

/** One press of an arrow key, as a share of the axis; with Shift five times as much. */
const STEP = 1 / 60;
const directions: Readonly<Record<string, Position>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The nearest place within both axes. */
export function inside([x, y]: Position, across: Axis, up: Axis): Position {
  return [clamp(x, across), clamp(y, up)];
}

/** Where an arrow key takes a point; undefined for all other keys. */
export function steered(
  { key, shiftKey }: KeyboardEvent,
  [x, y]: Position,
  across: Axis,
  up: Axis,
): Position | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  const size = shiftKey ? 5 * STEP : STEP;
  const [dx, dy] = direction;
  const to = [
    x + dx * size * (across.max - across.min),
    y + dy * size * (up.max - up.min),
  ] as const;
  return inside(to, across, up);
}

function clamp(value: number, { min, max }: Axis): number {
  return Math.min(max, Math.max(min, value));
}
