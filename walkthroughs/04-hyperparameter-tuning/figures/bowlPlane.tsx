/** The bowl seen from above, with ways down it and a ball at each; where they start can be dragged. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { Plane } from '../../../src/webview/kit/plane.tsx';
import { type Axis, disc, type Frame, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { CURVATURE, type Point, type Way } from './bowl.ts';
import './bowl.css';

export interface ShownWay {
  way: Way;
  token: string;
  dashed?: boolean;
}

interface Props {
  label: string;
  start: Point;
  ways: readonly ShownWay[];
  /** How many steps have been taken. */
  step: number;
  onStart: (start: Point) => void;
}

const x: Axis = { label: 'w₁', min: -4, max: 4, ticks: [-4, -2, 0, 2, 4] };
const y: Axis = { label: 'w₂', min: -2, max: 2, ticks: [-2, -1, 0, 1, 2] };
const LEVELS = [0.1, 0.5, 1.5, 3, 5, 8, 12, 17, 23];

export function BowlPlane({ label, start, ways, step, onStart }: Props) {
  return (
    <Plane
      label={label}
      x={x}
      y={y}
      position={start}
      onMove={onStart}
      draw={(surface, frame) => {
        drawContours(surface, frame);
        for (const shown of ways) drawWay(surface, frame, shown, step);
      }}
    />
  );
}

/** Lines of equal loss are ellipses: L = ½ (λ₁ w₁² + λ₂ w₂²). */
function drawContours({ context }: Surface, frame: Frame): void {
  context.strokeStyle = palette().muted;
  context.lineWidth = 1;
  context.globalAlpha = 0.55;
  for (const level of LEVELS) {
    const [halfX, halfY] = CURVATURE.map((curvature) => Math.sqrt((2 * level) / curvature));
    context.beginPath();
    context.ellipse(
      frame.x(0),
      frame.y(0),
      frame.x(halfX ?? 0) - frame.x(0),
      frame.y(0) - frame.y(halfY ?? 0),
      0,
      0,
      2 * Math.PI,
    );
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawWay(
  { context }: Surface,
  frame: Frame,
  { way, token, dashed }: ShownWay,
  step: number,
) {
  const places = way.points
    .slice(0, step + 1)
    .map(([px, py]) => [frame.x(px), frame.y(py)] as const);
  context.strokeStyle = colour(token);
  context.fillStyle = colour(token);
  context.lineWidth = 1.5;
  context.setLineDash(dashed ? [4, 3] : []);
  polyline(context, places);
  context.setLineDash([]);
  for (const place of places) disc(context, place, 2);
  const ball = places.at(-1);
  if (ball) disc(context, ball, 6);
}
