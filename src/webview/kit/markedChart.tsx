/** Lines over x with a vertical line to drag, or to move with the arrow keys. */

import { Canvas, type Surface } from './canvas.tsx';
import { Key } from './key.tsx';
import { type Axis, clipped, disc, drawAxes, type Frame, frameOf, line, polyline } from './plot.ts';
import { colour, palette } from './theme.ts';
import { useDrag } from './useDrag.ts';

export interface MarkedLine {
  name: string;
  /** A colour token such as 'charts-blue'. */
  token: string;
  dashed?: boolean;
  /** Draws each point too: where there are few. */
  dots?: boolean;
  points: readonly (readonly [x: number, y: number])[];
}

/** A second vertical line that cannot be dragged, with its name. */
export interface Mark {
  x: number;
  text: string;
}

interface Props {
  label: string;
  x: Axis;
  y: Axis;
  lines: readonly MarkedLine[];
  marks?: readonly Mark[];
  /** Circles around places of the lines. */
  rings?: readonly (readonly [x: number, y: number])[];
  at: number;
  /** What is said of the place, e.g. 'degree 5, training 0.04'. */
  reading: string;
  /** One press of an arrow key. */
  step: number;
  onMove: (x: number) => void;
}

const presses: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

export function MarkedChart(props: Props) {
  const { label, x, y, lines, at, reading, step, onMove } = props;
  const move = (to: number) => {
    const whole = Math.round((to - x.min) / step) * step + x.min;
    onMove(Math.min(x.max, Math.max(x.min, whole)));
  };
  const drag = useDrag((event, box) => move(frameOf(box, x, y).atX(event.clientX - box.left)));
  const key = (event: KeyboardEvent) => {
    const press = presses[event.key];
    const end = event.key === 'Home' ? x.min : event.key === 'End' ? x.max : undefined;
    if (press === undefined && end === undefined) return;
    event.preventDefault();
    move(end ?? at + (press ?? 0) * step);
  };
  return (
    <div class="chart-box">
      <ul class="keys">
        {lines.map(({ name, token, dashed }) => (
          <Key key={name} token={token} dashed={dashed}>
            {name}
          </Key>
        ))}
      </ul>
      <div
        class="drag-x"
        role="slider"
        tabIndex={0}
        aria-label={`${label}. Arrow keys move the line.`}
        aria-valuemin={x.min}
        aria-valuemax={x.max}
        aria-valuenow={at}
        aria-valuetext={reading}
        {...drag}
        onKeyDown={key}
      >
        <Canvas class="plot" draw={(surface) => draw(surface, props)} />
      </div>
    </div>
  );
}

function draw(surface: Surface, { x, y, lines, marks = [], rings = [], at }: Props): void {
  const { context } = surface;
  const colours = palette();
  const frame = drawAxes(surface, x, y, colours);
  clipped(context, frame, () => {
    for (const each of lines) drawLine(context, frame, each);
    context.strokeStyle = colours.foreground;
    context.lineWidth = 2;
    for (const [ringX, ringY] of rings) {
      context.beginPath();
      context.arc(frame.x(ringX), frame.y(ringY), 6, 0, 2 * Math.PI);
      context.stroke();
    }
    line(context, [frame.x(at), frame.top], [frame.x(at), frame.bottom]);
  });
  for (const each of lines) if (each.dots) drawDots(context, frame, each);
  for (const mark of marks) drawMark(surface, frame, mark);
}

function drawLine(context: Surface['context'], frame: Frame, shown: MarkedLine): void {
  const { token, dashed, points } = shown;
  const places = points.map(([px, py]) => [frame.x(px), frame.y(py)] as const);
  context.strokeStyle = colour(token);
  context.lineWidth = 2;
  context.setLineDash(dashed ? [5, 4] : []);
  polyline(context, places);
  context.setLineDash([]);
}

/** Whole ones at the edges too, but none beyond them. */
function drawDots(context: Surface['context'], frame: Frame, { token, points }: MarkedLine): void {
  context.fillStyle = colour(token);
  for (const [px, py] of points) {
    const [x, y] = [frame.x(px), frame.y(py)];
    const inside = x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
    if (inside) disc(context, [x, y], 2.5);
  }
}

function drawMark({ context }: Surface, frame: Frame, { x, text }: Mark): void {
  const colours = palette();
  context.strokeStyle = colours.error;
  context.fillStyle = colours.foreground;
  context.lineWidth = 1.5;
  context.setLineDash([4, 3]);
  line(context, [frame.x(x), frame.top], [frame.x(x), frame.bottom]);
  context.setLineDash([]);
  context.font = `11px ${colours.font}`;
  context.textBaseline = 'top';
  const right = frame.x(x) < frame.right - 60;
  context.textAlign = right ? 'left' : 'right';
  context.fillText(text, frame.x(x) + (right ? 4 : -4), frame.top + 2);
}
