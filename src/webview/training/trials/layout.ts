/** Where the lines of a parallel-coordinates plot run. */
import type { TrialRecord } from '../../../protocol/record.ts';
import type { SweepAxis } from './axes.ts';

export type Point = readonly [x: number, y: number];

export interface Layout {
  /** x of each axis. */
  xs: number[];
  top: number;
  bottom: number;
  /** Of trials without a measure. */
  broken: number;
}

const SIDE = 16;
/** Two rows of names, and the numbers at the upper ends. */
const ABOVE = 50;
const BELOW = 18;

export function layOut(axes: number, width: number, height: number): Layout {
  const step = axes > 1 ? (width - 2 * SIDE) / (axes - 1) : 0;
  return {
    xs: Array.from({ length: axes }, (_, i) => SIDE + i * step),
    top: ABOVE,
    bottom: height - BELOW,
    broken: ABOVE - 7,
  };
}

/** From axis to axis; it ends before the measure while the trial runs, and above it where there is none. */
export function path(trial: TrialRecord, axes: readonly SweepAxis[], layout: Layout): Point[] {
  const { xs, top, bottom, broken } = layout;
  return axes.flatMap((axis, i): Point[] => {
    const at = axis.at(trial);
    const x = xs[i] ?? 0;
    if (at !== undefined) return [[x, bottom - at * (bottom - top)]];
    const isBroken = trial.status === 'diverged' || trial.status === 'failed';
    return i === axes.length - 1 && isBroken ? [[x, broken]] : [];
  });
}

/** How far a place is from a line, in pixels. */
export function distance([x, y]: Point, line: readonly Point[]): number {
  return Math.min(
    ...line.slice(1).map((to, i) => {
      const [fromX, fromY] = line[i] ?? to;
      const [dx, dy] = [to[0] - fromX, to[1] - fromY];
      const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
    }),
  );
}
