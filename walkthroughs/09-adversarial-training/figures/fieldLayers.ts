/** What lies in the plane of a GAN: the discriminator’s opinion as a heat map, points, and where they are pulled. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { drawCells } from '../../../src/webview/kit/cells.ts';
import { type Axis, disc, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';

export const AXES: { x: Axis; y: Axis } = {
  x: { label: 'x', min: -1.25, max: 1.25, ticks: [-1, -0.5, 0, 0.5, 1] },
  y: { label: 'y', min: -1.25, max: 1.25, ticks: [-1, -0.5, 0, 0.5, 1] },
};

const CELLS = 30;
/** Length of the longest arrow in the plane’s units. */
const LONGEST = 0.22;

/** The middles of the cells, row by row from the top. */
const places = Float32Array.from({ length: 2 * CELLS * CELLS }, (_, i) => {
  const cell = Math.floor(i / 2);
  const part = ((i % 2 === 0 ? cell % CELLS : Math.floor(cell / CELLS)) + 0.5) / CELLS;
  return i % 2 === 0
    ? AXES.x.min + part * (AXES.x.max - AXES.x.min)
    : AXES.y.max - part * (AXES.y.max - AXES.y.min);
});

/** The stronger the tint, the more the discriminator takes what lies there for real. */
export function drawField(
  { context }: Surface,
  frame: Frame,
  judge: (places: Float32Array) => Float32Array,
): void {
  const opinions = judge(places);
  const { left, top, right, bottom } = frame;
  const real = colour('charts-yellow', 'foreground');
  drawCells(
    context,
    { columns: CELLS, rows: CELLS },
    [left, top, right - left, bottom - top],
    (i) => [real, 0.6 * (opinions[i] ?? 0)],
  );
}

/** Real points as small crosses, so that they differ from made ones by more than colour. */
export function drawReal({ context }: Surface, frame: Frame, points: Float32Array): void {
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  context.globalAlpha = 0.75;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [frame.x(points[i] ?? 0), frame.y(points[i + 1] ?? 0)];
    line(context, [x - 2, y - 2], [x + 2, y + 2]);
    line(context, [x - 2, y + 2], [x + 2, y - 2]);
  }
  context.globalAlpha = 1;
}

export function drawMade({ context }: Surface, frame: Frame, points: Float32Array): void {
  context.lineWidth = 1;
  context.strokeStyle = palette().background;
  context.fillStyle = colour('charts-blue', 'foreground');
  for (let i = 0; i < points.length; i += 2) {
    disc(context, [frame.x(points[i] ?? 0), frame.y(points[i + 1] ?? 0)], 3.5);
    context.stroke();
  }
}

/** Arrows from the first points along their pull; the lengths keep their proportions. */
export function drawPull(
  { context }: Surface,
  frame: Frame,
  points: Float32Array,
  pull: Float32Array,
  count: number,
): void {
  const lengths = Array.from({ length: points.length / 2 }, (_, i) =>
    Math.hypot(pull[2 * i] ?? 0, pull[2 * i + 1] ?? 0),
  );
  const scale = LONGEST / Math.max(1, ...lengths);
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1.5;
  for (let i = 0; i < Math.min(count, lengths.length); i++) {
    const [x, y] = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
    const tip = [x + scale * (pull[2 * i] ?? 0), y + scale * (pull[2 * i + 1] ?? 0)] as const;
    drawArrow(context, [frame.x(x), frame.y(y)], [frame.x(tip[0]), frame.y(tip[1])]);
  }
}

type Place = readonly [x: number, y: number];

function drawArrow(context: Surface['context'], from: Place, to: Place): void {
  line(context, from, to);
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  for (const turn of [-2.6, 2.6]) {
    line(context, to, [to[0] + 5 * Math.cos(angle + turn), to[1] + 5 * Math.sin(angle + turn)]);
  }
}
