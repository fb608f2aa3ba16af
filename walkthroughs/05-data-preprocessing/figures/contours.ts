/** What lies in the planes of the scaling figure: the bowl's contours, the path, the houses. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { disc, type Frame, polyline } from '../../../src/webview/kit/plot.ts';
import { colour } from '../../../src/webview/kit/theme.ts';
import { area, type Bowl, distance } from './scalingLab.ts';

/** Neighbouring lines differ by this factor in excess loss. */
const FACTOR = 2;
const CORNERS = 64;
/** Excess loss of the innermost line, in units of the flat direction. */
const INNERMOST = 0.35;

export function drawContours({ context }: Surface, frame: Frame, bowl: Bowl, reach: number): void {
  context.lineWidth = 1;
  context.strokeStyle = colour('descriptionForeground', 'foreground');
  context.globalAlpha = 0.7;
  const outermost = reach * Math.SQRT2 * Math.sqrt(bowl.steep / bowl.flat);
  for (let radius = INNERMOST; radius < outermost; radius *= Math.sqrt(FACTOR)) {
    const minor = radius * Math.sqrt(bowl.flat / bowl.steep);
    context.beginPath();
    for (let i = 0; i <= CORNERS; i++) {
      const turn = (2 * Math.PI * i) / CORNERS;
      const [x, y] = turned([radius * Math.cos(turn), minor * Math.sin(turn)], bowl.angle);
      context.lineTo(frame.x(x), frame.y(y));
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

export function drawPath({ context }: Surface, frame: Frame, path: readonly Position[]): void {
  const points = path.map(([x, y]) => [frame.x(x), frame.y(y)] as const);
  context.strokeStyle = colour('charts-blue');
  context.fillStyle = colour('charts-blue');
  context.lineWidth = 2;
  polyline(context, points);
  for (const point of points.slice(1)) disc(context, point, 2.5);
  context.fillStyle = colour('charts-yellow');
  disc(context, [frame.x(0), frame.y(0)], 5);
}

/** The houses, centred, the area `ratio` times as widely spread as the distance. */
export function drawHouses({ context }: Surface, frame: Frame, ratio: number): void {
  context.fillStyle = colour('charts-blue');
  context.globalAlpha = 0.8;
  area.values.forEach((value, i) => {
    const x = (ratio * (value - area.mean)) / area.deviation;
    const y = ((distance.values[i] ?? 0) - distance.mean) / distance.deviation;
    disc(context, [frame.x(x), frame.y(y)], 3);
  });
  context.globalAlpha = 1;
}

function turned([x, y]: Position, angle: number): Position {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
